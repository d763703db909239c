using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/query?explain=…</c>: how a query would be run, without running it for anybody.</summary>
internal static class ExplainAnswer
{
    // A plan is worth an index where it leaves less than a third of the rows.
    private const double CostOfScan = 1.0 / 3;

    private static readonly string[] Indexed = ["Id", "CreatedDate", "SystemModstamp", "Name", "OwnerId", "Email"];

    public static Task WriteAsync(Exchange exchange, QueryContext context, SoqlQuery query)
    {
        var definition = context.From(query);
        var all = exchange.Services.Org.Count(definition.Name);
        var found = QueryRunner.Rows(context, query with { Limit = null, Offset = null }).Count;
        var fields = FieldsOf(query.Where).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var indexed = fields.Where(field => Indexed.Contains(field, StringComparer.OrdinalIgnoreCase) || definition.Find(field) is { IsId: true }).ToList();
        var cost = found / Math.Max(1.0, all * CostOfScan);
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("plans");
            json.WriteStartObject();
            json.WriteNumber("cardinality", found);
            WriteFields(json, indexed);
            json.WriteString("leadingOperationType", indexed.Count > 0 && cost <= 1 ? "Index" : "TableScan");
            json.WriteStartArray("notes");
            if (!context.All)
            {
                json.WriteStartObject();
                json.WriteString("description", "Not considering filter for optimization because unindexed");
                WriteFields(json, ["IsDeleted"]);
                json.WriteString("tableEnumOrId", definition.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("relativeCost", Math.Round(cost, 3));
            json.WriteNumber("sobjectCardinality", all);
            json.WriteString("sobjectType", definition.Name);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("sourceQuery", query.Text);
            json.WriteEndObject();
        });
    }

    private static void WriteFields(System.Text.Json.Utf8JsonWriter json, IEnumerable<string> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> FieldsOf(SoqlExpression? expression) => expression switch
    {
        AndExpression and => and.Operands.SelectMany(FieldsOf),
        Comparison { Field: { IsPlain: true, Parts: [var name] } } => [name],
        InList { Field: { IsPlain: true, Parts: [var name] }, Negated: false } => [name],
        InQuery { Field.Parts: [var name], Negated: false } => [name],
        _ => [],
    };
}
