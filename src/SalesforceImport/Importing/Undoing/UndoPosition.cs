using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Where an undo stands: in which of its steps, and behind which row or link.</summary>
internal sealed record UndoPosition(int Step = 0, long AfterRow = 0, LinkKey? AfterLink = null)
{
    public UndoPosition NextStep() => new(Step + 1);
}
