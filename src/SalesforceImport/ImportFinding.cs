namespace SalesforceImport;

/// <summary>Something preflight found that the host should know before it confirms.</summary>
/// <param name="Code">A stable name, such as <c>FieldNotVisible</c>.</param>
/// <param name="Message">What was found and what it means, for people.</param>
public sealed record ImportFinding(string Code, string Message);
