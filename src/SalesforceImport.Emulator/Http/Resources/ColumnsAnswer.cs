using System.Text.Json;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Querying.Aggregates;
using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/query?columns=true</c>: what a query selects instead of its records.</summary>
internal static class ColumnsAnswer
{
    public static Task WriteAsync(Exchange exchange, QueryContext context, SoqlQuery query)
    {
        var definition = context.From(query);
        QueryRunner.Check(context, query);
        var grouped = query.GroupBy.Count > 0 || query.Select.Any(item => item is AggregateItem);
        Action<Utf8JsonWriter> columns = grouped ? json => WriteGroups(json, context, definition, query) : WriterOf(context, definition, query);
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("columnMetadata");
            columns(json);
            json.WriteEndArray();
            json.WriteString("entityName", definition.Name);
            json.WriteBoolean("groupBy", query.GroupBy.Count > 0);
            json.WriteBoolean("idSelected", !grouped && query.Select.OfType<FieldItem>().Any(item => item.Path.Parts is [var name] && string.Equals(name, "Id", StringComparison.OrdinalIgnoreCase)));
            json.WriteString("keyPrefix", definition.KeyPrefix);
            json.WriteEndObject();
        });
    }

    private static Action<Utf8JsonWriter> WriterOf(QueryContext context, ObjectDefinition definition, SoqlQuery query)
    {
        var output = new SelectBinder(context).Bind(query, definition);
        return json => WriteNodes(json, output);
    }

    private static void WriteNodes(Utf8JsonWriter json, IEnumerable<OutputNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case FieldOutput field:
                    Write(json, field.Field.Name, field.Field, false, []);
                    break;
                case ParentOutput parent:
                    Write(json, parent.Reference.RelationshipName!, null, false, parent.Nodes, parent.Reference.Name);
                    break;
                case TypeofOutput several:
                    Write(json, several.Reference.RelationshipName!, null, false, several.Nodes.OfType<FieldOutput>().DistinctBy(field => field.Field.Name), several.Reference.Name);
                    break;
                case ChildOutput child:
                    Write(json, child.Name, null, true, child.Nodes);
                    break;
                default:
                    throw new InvalidOperationException(node.GetType().Name);
            }
        }
    }

    private static void WriteGroups(Utf8JsonWriter json, QueryContext context, ObjectDefinition definition, SoqlQuery query)
    {
        if (query.Select is [AggregateItem { Field: null, Alias: null }])
        {
            return;
        }

        foreach (var column in new AggregateBinder(context, definition, query).Columns)
        {
            var shown = column.Function is null ? column.Name : $"{column.Function}({column.Path?.Field.Name})";
            Write(json, column.Name, column.Path?.Field, column.Function is not null, [], shown: shown);
        }
    }

    private static void Write(
        Utf8JsonWriter json, string name, FieldDefinition? field, bool aggregate, IEnumerable<OutputNode> inner, string? foreignKey = null, string? shown = null)
    {
        json.WriteStartObject();
        json.WriteBoolean("aggregate", aggregate);
        json.WriteString("apexType", field is null ? null : ApexType(field));
        json.WriteBoolean("booleanType", field?.Type == FieldType.Boolean);
        json.WriteString("columnName", name);
        json.WriteBoolean("custom", name.EndsWith("__c", StringComparison.Ordinal));
        json.WriteString("displayName", shown ?? name);
        json.WriteString("foreignKeyName", foreignKey);
        json.WriteBoolean("insertable", field is not null && field.Has(FieldFlag.Createable));
        json.WriteStartArray("joinColumns");
        WriteNodes(json, inner);
        json.WriteEndArray();
        json.WriteBoolean("numberType", field is { IsNumber: true });
        json.WriteBoolean("textType", field is { IsText: true });
        json.WriteBoolean("updatable", field is not null && field.Has(FieldFlag.Updateable));
        json.WriteEndObject();
    }

    private static string ApexType(FieldDefinition field) => field.Type switch
    {
        FieldType.Id or FieldType.Reference => "Id",
        FieldType.Boolean => "Boolean",
        FieldType.Int => "Integer",
        FieldType.Double or FieldType.Currency or FieldType.Percent => "Double",
        FieldType.Date => "Date",
        FieldType.DateTime => "Datetime",
        FieldType.Address => "Address",
        _ => "String",
    };
}
