namespace SalesforceImport.Stores;

/// <summary>What the store holds of the keys asked for.</summary>
public sealed class FindResult
{
    /// <summary>The rows, each once, whole: with all their sources.</summary>
    public required IReadOnlyList<StoredRow> Rows { get; init; }

    /// <summary>Sources that belong to no row yet: a converted lead whose contact has not come.</summary>
    public IReadOnlyList<StoredSource> Orphans { get; init; } = [];

    /// <summary>Those of the asked records that were erased, and must stay so.</summary>
    public IReadOnlySet<SalesforceId> ErasedSources { get; init; } = new HashSet<SalesforceId>();

    /// <summary>Those of the asked e-mails that were erased, and must stay so.</summary>
    public IReadOnlySet<string> ErasedEmails { get; init; } = new HashSet<string>();
}
