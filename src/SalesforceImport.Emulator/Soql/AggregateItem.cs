namespace SalesforceImport.Emulator.Soql;

/// <summary>An aggregate over the rows or the group.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Function">COUNT, COUNT_DISTINCT, MIN, MAX, SUM or AVG, in upper case.</param>
/// <param name="Field">The field aggregated; null for <c>COUNT()</c>.</param>
/// <param name="Alias">The name its column takes; without one the org invents <c>expr0</c>, <c>expr1</c>…</param>
internal sealed record AggregateItem(int Position, string Function, FieldPath? Field, string? Alias) : SelectItem(Position);
