using System.Text.Json.Serialization;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Samples.ImportConsole;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JsonImport))]
[JsonSerializable(typeof(JsonHistory))]
[JsonSerializable(typeof(JsonExplanation))]
[JsonSerializable(typeof(ApiUsageReport))]
internal sealed partial class ConsoleJsonContext : JsonSerializerContext;
