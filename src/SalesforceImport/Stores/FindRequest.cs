namespace SalesforceImport.Stores;

/// <summary>What to look up for one batch. A row is found when any of its keys is asked for.</summary>
public sealed class FindRequest
{
    /// <summary>The kind of rows.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The org whose records are asked for.</summary>
    public required SalesforceId Org { get; init; }

    /// <summary>The run that asks: its own changes so far come with each row.</summary>
    public required string Run { get; init; }

    /// <summary>
    /// Records of the org. Finds the row one of whose sources has this id or is linked to it, and sources without a row
    /// (see <see cref="FindResult.Orphans"/>) likewise.
    /// </summary>
    public IReadOnlyCollection<SalesforceId> Sources { get; init; } = [];

    /// <summary>
    /// Matched e-mails (trimmed, case-folded). Finds the row one of whose contributing sources has it, and a row that the
    /// host made itself whose e-mail property, trimmed and case-folded, is it.
    /// </summary>
    public IReadOnlyCollection<string> Emails { get; init; } = [];

    /// <summary>Row ids.</summary>
    public IReadOnlyCollection<long> Ids { get; init; } = [];

    /// <summary>Whether to tell which runs have changed each row. Off by default.</summary>
    public bool WithRuns { get; init; }

    /// <summary>Whether e-mails find rows of other orgs too. Off by default.</summary>
    public bool EmailsOfAnyOrg { get; init; }
}
