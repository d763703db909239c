namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>A record that the org does not take, and what it says of it.</summary>
internal sealed class WriteException(string errorCode, string message, params IReadOnlyList<string> fields) : ArgumentException(message)
{
    public string ErrorCode => errorCode;

    /// <summary>The fields at fault; none where it is the record.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The HTTP status of a request for this record alone.</summary>
    public int Status => ErrorCode is "ENTITY_IS_DELETED" or "NOT_FOUND" ? 404 : 400;

    public override string ToString() => $"{ErrorCode}: {Message}";
}
