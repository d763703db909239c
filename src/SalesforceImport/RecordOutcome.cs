namespace SalesforceImport;

/// <summary>What became of a Salesforce record in a run, as it stands at the end of the run.</summary>
public enum RecordOutcome
{
    /// <summary>It leads a row that the run created.</summary>
    Created,

    /// <summary>It leads a row that was there, and the run changed values of the row.</summary>
    Updated,

    /// <summary>It leads a row that was there and needed no change.</summary>
    Unchanged,

    /// <summary>It feeds a row that another record leads: two records of one person.</summary>
    Collapsed,

    /// <summary>It was left out by rule; the reason says which.</summary>
    Skipped,

    /// <summary>It could not be imported; the reason says why.</summary>
    Failed,
}
