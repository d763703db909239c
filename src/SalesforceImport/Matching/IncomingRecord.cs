using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>A record from the org, mapped to the host's properties.</summary>
internal sealed class IncomingRecord
{
    /// <summary>All that is known of it but its values.</summary>
    public required StoredSource Source { get; init; }

    public required IReadOnlyList<FieldValue> Values { get; init; }

    /// <summary>Why it feeds nothing, if it does not.</summary>
    public RecordReason LeftOut { get; init; }

    /// <summary>The person of an activity.</summary>
    public SalesforceId? Who { get; init; }

    public SourceKey Key => Source.Key;

    public string Object => Source.Object;

    public DateTimeOffset? CreatedDate => Source.CreatedDate;

    /// <summary>Its e-mail as matched; null when it has none or is not matched by it.</summary>
    public string? Email => Source.Email;

    /// <summary>The record it became or was merged into.</summary>
    public SalesforceId? LinkedTo => Source.LinkedTo;

    /// <summary>False for a converted lead that is left out: it links, but feeds nothing.</summary>
    public bool Contributes => Source.Contributes;
}
