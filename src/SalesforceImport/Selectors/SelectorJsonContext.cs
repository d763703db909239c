using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

// Stores may keep text as JSON of their own, in which the order of properties is not theirs to promise.
[JsonSourceGenerationOptions(AllowOutOfOrderMetadataProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecordSelector))]
[JsonSerializable(typeof(RecordCondition))]
internal sealed partial class SelectorJsonContext : JsonSerializerContext;
