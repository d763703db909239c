namespace SalesforceImport.Salesforce;

/// <summary>A value that does not fit its column's type. The record is in the batch all the same, without the value.</summary>
/// <param name="Row">The row in its batch.</param>
/// <param name="Column">The column.</param>
/// <param name="Message">What is wrong, for people. The value itself is personal data and stays out of it.</param>
internal sealed record RowProblem(int Row, int Column, string Message);
