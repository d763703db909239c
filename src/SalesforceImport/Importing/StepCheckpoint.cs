using SalesforceImport.Planning;
using SalesforceImport.Salesforce.Bulk;

namespace SalesforceImport.Importing;

/// <summary>Where one step stands.</summary>
/// <param name="Object">The object read.</param>
/// <param name="After">The last id committed: the next REST query starts behind it. Null at the start.</param>
/// <param name="Records">Records committed.</param>
/// <param name="IsOrdered">Whether records came in the order of ids so far. If not, a REST query reads the step from its start, and passes over what the log holds.</param>
/// <param name="IsDone">Whether the step has been read to its end.</param>
/// <param name="Returned">How many records the org said there were, once it has; null before.</param>
internal sealed record StepCheckpoint(string Object, SalesforceId? After, long Records, bool IsOrdered, bool IsDone, long? Returned)
{
    /// <summary>How the step is read, where that is not what the plan says; null where it is.</summary>
    public ImportTransport? Transport { get; init; }

    /// <summary>The Bulk job that the step is read from, and how far; null when there is none.</summary>
    public BulkPosition? Bulk { get; init; }

    /// <summary>Where the step stands among the ids that it goes by; null at the start, and for a step that goes by none.</summary>
    public IdPosition? Ids { get; init; }

    /// <summary>How often the step was begun anew.</summary>
    public int Turns { get; init; }

    /// <summary>What the report is to say of the step.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The step begun anew; what was committed of it stays.</summary>
    public StepCheckpoint Turned(StepTurn turn) => this with
    {
        Transport = turn.To,
        Bulk = null,
        After = null,
        IsOrdered = Records == 0,
        Returned = null,
        Turns = Turns + 1,
        Notes = [.. Notes, turn.Note],
    };
}
