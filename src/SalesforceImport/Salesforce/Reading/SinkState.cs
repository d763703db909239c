namespace SalesforceImport.Salesforce.Reading;

/// <summary>Why a sink stopped taking tokens.</summary>
internal enum SinkState
{
    /// <summary>There is no whole token left.</summary>
    NeedMore,

    /// <summary>It has something to hand over; there may be more.</summary>
    Paused,

    /// <summary>The document is whole.</summary>
    Ended,
}
