using System.Collections.Immutable;

namespace SalesforceImport.Emulator.Data;

/// <summary>What was edited in a row: stored values by field index, and whether the row is in the recycle bin.</summary>
/// <param name="Values">Values as <see cref="Cell.Set"/> takes them; a field that is missing here keeps its generated value.</param>
/// <param name="IsDeleted">Whether the row was deleted.</param>
/// <param name="IsErased">Whether the row skipped the recycle bin, so that nothing shows it any more.</param>
internal sealed record OverlayRow(ImmutableDictionary<int, object?> Values, bool IsDeleted, bool IsErased = false);
