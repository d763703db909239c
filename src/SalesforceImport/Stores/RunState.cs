namespace SalesforceImport.Stores;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Being carried out; or its process died, and it waits to be resumed.</summary>
    Running,

    /// <summary>Out of calls for now; can be resumed.</summary>
    Paused,

    /// <summary>Stopped by the host; can be resumed.</summary>
    Cancelled,

    /// <summary>Stopped by an error; can be resumed once that is mended.</summary>
    Failed,

    /// <summary>Carried out to its end.</summary>
    Completed,
}
