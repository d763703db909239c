namespace SalesforceImport.Stores;

/// <summary>What a store did with a change set and, for a conflict, which keys moved.</summary>
public sealed record ApplyResult
{
    private ApplyResult(ApplyOutcome outcome) => Outcome = outcome;

    /// <summary>Applied, committed, durable.</summary>
    public static ApplyResult Applied { get; } = new(ApplyOutcome.Applied);

    /// <summary>Applied before.</summary>
    public static ApplyResult AlreadyApplied { get; } = new(ApplyOutcome.AlreadyApplied);

    /// <summary>Refused: the epoch is older than the store's.</summary>
    public static ApplyResult Superseded { get; } = new(ApplyOutcome.Superseded);

    /// <summary>What was done.</summary>
    public ApplyOutcome Outcome { get; }

    /// <summary>For a conflict: rows whose version moved or that are gone. For a refusal: rows that cannot be removed.</summary>
    public IReadOnlyCollection<long> Rows { get; private init; } = [];

    /// <summary>For a conflict: records thought absent that appeared.</summary>
    public IReadOnlyCollection<SalesforceId> Sources { get; private init; } = [];

    /// <summary>For a conflict: e-mails thought absent that appeared.</summary>
    public IReadOnlyCollection<string> Emails { get; private init; } = [];

    /// <summary>Nothing was done, because the host's own tables still refer to these rows.</summary>
    /// <exception cref="ArgumentException">No row is named.</exception>
    public static ApplyResult Refused(IReadOnlyCollection<long> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count > 0
            ? new(ApplyOutcome.Refused) { Rows = rows }
            : throw new ArgumentException("A refusal names at least one row.", nameof(rows));
    }

    /// <summary>Nothing was done, because these keys moved, appeared or were forgotten in between.</summary>
    /// <exception cref="ArgumentException">No key is named.</exception>
    public static ApplyResult Conflict(
        IReadOnlyCollection<long> rows,
        IReadOnlyCollection<SalesforceId> sources,
        IReadOnlyCollection<string> emails)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(emails);
        return rows.Count + sources.Count + emails.Count > 0
            ? new(ApplyOutcome.Conflict) { Rows = rows, Sources = sources, Emails = emails }
            : throw new ArgumentException("A conflict names at least one key.", nameof(rows));
    }
}
