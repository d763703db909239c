using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests;

internal static class JsonExtensions
{
    public static string RequiredString(this JsonNode node, string name) =>
        (string?)node[name] ?? throw new InvalidOperationException($"There is no '{name}' in {node.ToJsonString()}");
}
