using System.Collections.Immutable;

namespace SalesforceImport.Emulator.Data;

/// <summary>The edits of one object's rows. Immutable.</summary>
/// <param name="Overlay">Edited and inserted rows by number.</param>
/// <param name="Inserted">How many rows were inserted; they are numbered after the generated ones.</param>
/// <param name="Deletions">What was deleted, oldest first; what was undeleted is not in it any more.</param>
/// <param name="Keys">Edited and inserted rows by the values that identify them.</param>
internal sealed record ObjectState(ImmutableSortedDictionary<long, OverlayRow> Overlay, long Inserted, ImmutableList<Deletion> Deletions, KeyIndex Keys)
{
    public static readonly ObjectState Untouched = new(ImmutableSortedDictionary<long, OverlayRow>.Empty, 0, [], KeyIndex.Empty);
}
