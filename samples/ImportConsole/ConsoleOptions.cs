using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The command line, read.</summary>
internal sealed record ConsoleOptions
{
    public const string DefaultStore = "salesforce-import.db";

    public required Errand Errand { get; init; }

    public Choice? Select { get; init; }

    public SyncOptions Sync { get; init; } = SyncOptions.All;

    public RecordCondition? Where { get; init; }

    /// <summary>Whether only what has changed since the last import of the same selection is read.</summary>
    public bool Changes { get; init; }

    /// <summary>How long before now an import of changes ends; null for the library's default.</summary>
    public TimeSpan? Lag { get; init; }

    /// <summary>What becomes of rows whose records are gone. A console shows the org as it is, unless told otherwise.</summary>
    public GoneRule WhenGone { get; init; } = GoneRule.Delete;

    /// <summary>Whether the command line said anything of changes.</summary>
    public bool ChoosesChanges { get; init; }

    public bool Yes { get; init; }

    public bool Json { get; init; }

    public string Store { get; init; } = DefaultStore;

    /// <summary>The run to resume, undo or redo.</summary>
    public string? Run { get; init; }

    /// <summary>The record to explain.</summary>
    public SalesforceId Record { get; init; }

    public long? DailyCap { get; init; }

    public ApiReserve? Reserve { get; init; }

    public long? Ceiling { get; init; }

    /// <summary>Whether an import that does not fit begins all the same, to be resumed on another day.</summary>
    public bool SpreadOverDays { get; init; }

    public ReportFiles Files { get; init; } = new(null, null);

    /// <summary>How records are read; null for what costs less.</summary>
    public ImportTransport? Transport { get; init; }

    public TransportPreference Prefer { get; init; }

    /// <summary>Whether the command line said anything of how records are read.</summary>
    public bool ChoosesTransport { get; init; }

    /// <summary>The org to sign in to; null for an emulated one.</summary>
    public Uri? Org { get; init; }

    public EmulatedOrgSize EmulatedOrg { get; init; } = EmulatedOrgSize.Default;

    /// <summary>Whether the command line said anything of the emulated org.</summary>
    public bool ShapesEmulatedOrg { get; init; }
}
