using System.Text.Json.Serialization;

namespace SalesforceImport.Budgeting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiBudgetVerdict))]
[JsonSerializable(typeof(ApiUsageReport))]
internal sealed partial class BudgetJsonContext : JsonSerializerContext;
