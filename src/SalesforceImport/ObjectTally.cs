namespace SalesforceImport;

/// <summary>The accounting of one object: every selected record is in exactly one of the other numbers.</summary>
public sealed record ObjectTally
{
    /// <summary>Records that the org returned.</summary>
    public long Selected { get; init; }

    /// <summary>Records that lead a row the run created.</summary>
    public long Created { get; init; }

    /// <summary>Records that lead a row the run changed.</summary>
    public long Updated { get; init; }

    /// <summary>Records that lead a row that needed no change.</summary>
    public long Unchanged { get; init; }

    /// <summary>Records that feed a row another record leads.</summary>
    public long Collapsed { get; init; }

    /// <summary>Records left out by rule.</summary>
    public long Skipped { get; init; }

    /// <summary>Records that could not be imported.</summary>
    public long Failed { get; init; }

    /// <summary>
    /// Records of the store that are gone from the org, or from what is selected: none that the org returned, and so none of
    /// the other numbers.
    /// </summary>
    public long Gone { get; init; }

    /// <summary>The number for one outcome.</summary>
    public long this[RecordOutcome outcome] => outcome switch
    {
        RecordOutcome.Created => Created,
        RecordOutcome.Updated => Updated,
        RecordOutcome.Unchanged => Unchanged,
        RecordOutcome.Collapsed => Collapsed,
        RecordOutcome.Skipped => Skipped,
        _ => Failed,
    };

    /// <summary>The tally with one number changed.</summary>
    internal ObjectTally Add(RecordOutcome outcome, long difference) => outcome switch
    {
        RecordOutcome.Created => this with { Created = Created + difference },
        RecordOutcome.Updated => this with { Updated = Updated + difference },
        RecordOutcome.Unchanged => this with { Unchanged = Unchanged + difference },
        RecordOutcome.Collapsed => this with { Collapsed = Collapsed + difference },
        RecordOutcome.Skipped => this with { Skipped = Skipped + difference },
        _ => this with { Failed = Failed + difference },
    };
}
