using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>A record from the org, mapped to the host's properties.</summary>
internal sealed class IncomingRecord
{
    public required SourceKey Key { get; init; }

    public required string Object { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>Its e-mail as matched; null when it has none or is not matched by it.</summary>
    public string? Email { get; init; }

    /// <summary>The record it became or was merged into.</summary>
    public SalesforceId? LinkedTo { get; init; }

    /// <summary>False for a converted lead that is left out: it links, but feeds nothing.</summary>
    public bool Contributes { get; init; } = true;

    public required IReadOnlyList<FieldValue> Values { get; init; }

    public StoredSource ToSource(bool keepValues) => new()
    {
        Key = Key,
        Object = Object,
        CreatedDate = CreatedDate,
        Email = Email,
        LinkedTo = LinkedTo,
        Contributes = Contributes,
        Values = keepValues ? Values : null,
    };
}
