using System.Globalization;

namespace SalesforceImport.EndToEndTests.Foreign;

/// <summary>JSON as no serialiser writes it, and every reader must take it.</summary>
internal static class OddJson
{
    /// <summary>A string with each of its characters escaped.</summary>
    public static string Text(string text) =>
        $"\"{string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")))}\"";

    /// <summary>The total last, the records before it, and in each the attributes behind the fields, which come in the wrong order.</summary>
    public static string Page(IEnumerable<ForeignRecord> records, List<string> fields, int total, string? next)
    {
        var lines = records.Select(record => $"\t{{ {string.Join(" ,\r\n ", Members(record, fields))} }}");
        string more = next is null ? "\"done\" : true" : $"\"nextRecordsUrl\" : {Text(next)}, \"done\" : false";
        return $"{{ \"records\" : [\n{string.Join("\n,\n", lines)}\n] , {more} , \"news\" : [ [ ], {{ }} ], \"totalSize\" : {total} }}";
    }

    public static string Counts(List<ForeignRecord> records, string select)
    {
        var members = new List<string>();
        int unnamed = 0;
        foreach (string item in select.Split(',', StringSplitOptions.TrimEntries))
        {
            string alias = item[(item.IndexOf(')', StringComparison.Ordinal) + 1)..].Trim();
            string field = item[(item.IndexOf('(', StringComparison.Ordinal) + 1)..item.IndexOf(')', StringComparison.Ordinal)];
            int count = field.Length == 0 ? records.Count : records.Count(record => record.Values.GetValueOrDefault(field, "null") != "null");
            members.Add($"\"{(alias.Length > 0 ? alias : $"expr{unnamed++}")}\" : {count}.0");
        }

        members.Reverse();
        return $"{{ \"done\":true, \"records\":[ {{ {string.Join(",\n", members)}, \"attributes\":{{\"type\":\"AggregateResult\"}} }} ], \"totalSize\" : 1 }}";
    }

    public static string Describe(string name, string keyPrefix, IReadOnlyDictionary<string, string> fields)
    {
        var lines = fields.Select(field =>
            $"{{ \"filterable\":true, \"type\":\"{field.Value}\", \"referenceTo\":[{(field.Key == "AccountId" ? "\"Account\"" : string.Empty)}], \"relationshipName\":{(field.Key == "AccountId" ? "\"Account\"" : "null")}, \"picklistValues\":[{{\"value\":\"x\"}}], \"length\" : 80, \"name\" : {Text(field.Key)}, \"calculated\":false }}");
        return $"{{ \"urls\":{{\"a\":\"b\"}}, \"fields\" : [ {string.Join(" , ", lines)} ], \"keyPrefix\":\"{keyPrefix}\", \"name\":\"{name}\" }}";
    }

    private static IEnumerable<string> Members(ForeignRecord record, List<string> fields) => fields
        .Select(field => field.Split('.')[0])
        .Distinct()
        .Reverse()
        .Select(field => $"{Text(field)} : {record.Values.GetValueOrDefault(field, "null")}")
        .Append($"\"attributes\" : {{ \"url\" : \"/services/data/v67.0/sobjects/{record.Object}/{record.Id}\", \"type\" : \"{record.Object}\" }}");
}
