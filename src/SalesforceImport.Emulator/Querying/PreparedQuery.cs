using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A query whose rows are found and wait to be written, page by page. Immutable and thread-safe.</summary>
/// <param name="Context">What it ran against.</param>
/// <param name="Object">The object.</param>
/// <param name="Output">What was selected.</param>
/// <param name="Rows">The rows.</param>
internal sealed record PreparedQuery(QueryContext Context, ObjectDefinition Object, IReadOnlyList<OutputNode> Output, RowSequence Rows) : QueryResult;
