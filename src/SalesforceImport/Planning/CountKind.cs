namespace SalesforceImport.Planning;

/// <summary>How sure a step's count is.</summary>
public enum CountKind
{
    /// <summary>Counted by the org with the same filter.</summary>
    Exact,

    /// <summary>The org's cached number for the whole object: an estimate.</summary>
    Estimate,

    /// <summary>The org's cached number for the whole object, where the records of a condition took too long to count: hardly ever more.</summary>
    UpperBound,
}
