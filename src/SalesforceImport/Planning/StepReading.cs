namespace SalesforceImport.Planning;

/// <summary>What the requests of a step ask for.</summary>
public enum StepReading
{
    /// <summary>The records that a condition selects: the org knows which they are.</summary>
    Query,

    /// <summary>Records by their own ids, 2,000 to a call (<c>POST composite/sobjects</c>).</summary>
    ById,

    /// <summary>A query with a list of ids in its address: several hundred to a call.</summary>
    IdList,

    /// <summary>A query with a list of ids, sent in a composite request: several thousand to a call.</summary>
    LongIdList,

    /// <summary>The ids of records that were deleted (<c>deleted</c>): one call.</summary>
    Deleted,

    /// <summary>The ids of records that the store holds: no call.</summary>
    Held,

    /// <summary>The whole object, of which what belongs to the ids is kept.</summary>
    Whole,
}
