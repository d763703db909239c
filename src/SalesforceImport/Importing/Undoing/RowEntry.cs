using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>What a run did to a row, before or after the one that is undone.</summary>
/// <param name="Run">The run.</param>
/// <param name="Entry">What it did.</param>
/// <param name="Stands">Whether it is an import whose work stands.</param>
/// <param name="IsUndone">Whether it is an import that was undone.</param>
internal sealed record RowEntry(string Run, HistoryEntry Entry, bool Stands, bool IsUndone)
{
    public bool Changes(string property) =>
        Entry.Changes.Any(change => string.Equals(change.Property, property, StringComparison.OrdinalIgnoreCase));
}
