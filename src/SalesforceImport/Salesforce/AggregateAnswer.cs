using System.Text.Json;

namespace SalesforceImport.Salesforce;

/// <summary>Reads the one row of an aggregate query.</summary>
internal static class AggregateAnswer
{
    /// <summary>The numbers in the order of the SELECT list; the total where the query gives no row (<c>COUNT()</c>).</summary>
    /// <exception cref="JsonException">The answer is none to an aggregate query.</exception>
    public static IReadOnlyList<long> Parse(byte[] body, string soql)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("No records.");
        }

        if (records.GetArrayLength() == 0)
        {
            return root.TryGetProperty("totalSize", out var total) ? [Number(total)] : throw new JsonException("No total.");
        }

        var row = records[0];
        var numbers = new List<(string Name, long Number)>();
        foreach (var property in row.EnumerateObject())
        {
            if (!property.NameEquals("attributes"))
            {
                numbers.Add((property.Name, Number(property.Value)));
            }
        }

        return InOrder(numbers, Names(soql));
    }

    /// <summary>The names under which the org answers for each item: its alias, or <c>expr</c> and a number.</summary>
    internal static List<string> Names(string soql)
    {
        var names = new List<string>();
        int unnamed = 0;
        foreach (string item in SelectItems(soql))
        {
            int bracket = item.LastIndexOf(')');
            string alias = bracket < 0 ? item : item[(bracket + 1)..].Trim();
            names.Add(alias.Length > 0 ? alias : $"expr{unnamed++}");
        }

        return names;
    }

    private static List<string> SelectItems(string soql)
    {
        int from = soql.IndexOf(" FROM ", StringComparison.OrdinalIgnoreCase);
        string list = soql.TrimStart();
        int start = "SELECT ".Length + (soql.Length - list.Length);
        var items = new List<string>();
        int depth = 0;
        for (int i = start; i < from; i++)
        {
            depth += soql[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (soql[i] == ',' && depth == 0)
            {
                items.Add(soql[start..i].Trim());
                start = i + 1;
            }
        }

        if (start < from)
        {
            items.Add(soql[start..from].Trim());
        }

        return items;
    }

    private static List<long> InOrder(List<(string Name, long Number)> numbers, List<string> names)
    {
        var ordered = new List<long>(names.Count);
        foreach (string name in names)
        {
            int at = numbers.FindIndex(number => number.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                throw new JsonException($"No value for '{name}'.");
            }

            ordered.Add(numbers[at].Number);
        }

        return ordered;
    }

    private static long Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => 0,
        JsonValueKind.Number when value.TryGetInt64(out long whole) => whole,
        JsonValueKind.Number when value.TryGetDecimal(out decimal number) => (long)number,
        _ => throw new JsonException("A value that is no number."),
    };
}
