namespace SalesforceImport.Tests.Importing;

internal sealed record WorldRecord(
    string Object,
    SalesforceId Id,
    DateTimeOffset CreatedDate,
    string? Email,
    SalesforceId? ConvertedTo,
    string? FirstName,
    string? Phone,
    string? Title,
    bool OptOut);
