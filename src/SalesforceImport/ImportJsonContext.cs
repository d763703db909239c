using System.Text.Json.Serialization;
using SalesforceImport.Importing;
using SalesforceImport.Importing.Undoing;

namespace SalesforceImport;

/// <summary>JSON of plans, checkpoints and reports, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(SalesforceIdJsonConverter)])]
[JsonSerializable(typeof(ImportPlan))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(RunCheckpoint))]
[JsonSerializable(typeof(IAsyncEnumerable<RecordProblem>))]
[JsonSerializable(typeof(UndoPlan))]
[JsonSerializable(typeof(UndoCheckpoint))]
[JsonSerializable(typeof(List<UndoLeft>))]
internal sealed partial class ImportJsonContext : JsonSerializerContext;
