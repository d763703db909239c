using System.Text.Json;

namespace SalesforceImport.Emulator.Querying;

/// <summary>The answer to a query with aggregates: one record for each group.</summary>
/// <param name="Names">The names of the columns.</param>
/// <param name="Rows">The values of each group, in the order of the names.</param>
internal sealed record AggregateResult(IReadOnlyList<JsonEncodedText> Names, IReadOnlyList<SortKey[]> Rows) : QueryResult;
