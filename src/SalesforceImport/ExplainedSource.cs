namespace SalesforceImport;

/// <summary>A record that shares a row.</summary>
/// <param name="Id">The record.</param>
/// <param name="Object">Its object.</param>
/// <param name="Leads">Whether it leads the row.</param>
/// <param name="Contributes">Whether it feeds values; a converted lead does not.</param>
public sealed record ExplainedSource(SalesforceId Id, string Object, bool Leads, bool Contributes);
