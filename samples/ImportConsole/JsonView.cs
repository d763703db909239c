using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The one line on standard output that scripts read.</summary>
internal static class JsonView
{
    public static void Write(JsonImport import) => Write(import, ConsoleJsonContext.Default.JsonImport);

    public static void Write(JsonHistory history) => Write(history, ConsoleJsonContext.Default.JsonHistory);

    public static void Write(JsonExplanation explanation) => Write(explanation, ConsoleJsonContext.Default.JsonExplanation);

    public static void Write(ApiUsageReport usage) => Write(usage, ConsoleJsonContext.Default.ApiUsageReport);

    public static void Write(ImportPlan plan) => Console.Out.WriteLine(plan.ToJson());

    private static void Write<T>(T value, JsonTypeInfo<T> type) => Console.Out.WriteLine(JsonSerializer.Serialize(value, type));
}
