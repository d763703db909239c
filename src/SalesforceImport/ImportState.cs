namespace SalesforceImport;

/// <summary>Where a run stands, as its report says.</summary>
public enum ImportState
{
    /// <summary>Carried out to its end.</summary>
    Completed,

    /// <summary>Out of calls for now: the report says why, and when it can go on. Resume it.</summary>
    Paused,

    /// <summary>Not begun, because the plan does not fit the budget.</summary>
    Refused,

    /// <summary>Stopped by the host; can be resumed.</summary>
    Cancelled,

    /// <summary>Stopped by an error; can be resumed once that is mended.</summary>
    Failed,

    /// <summary>Being carried out; or its process died, and it waits to be resumed.</summary>
    Running,
}
