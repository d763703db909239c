using System.Collections.Frozen;
using SalesforceImport.Emulator.Http;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>What Bulk queries cannot do though other queries can.</summary>
internal static class BulkRules
{
    private static readonly FrozenSet<string> OtherObjects = new[]
    {
        "AcceptedEventRelation", "CaseStatus", "ContractStatus", "DeclinedEventRelation", "EventWhoRelation", "OrderStatus", "PartnerRole",
        "RecentlyViewed", "SolutionStatus", "TaskPriority", "TaskStatus", "TaskWhoRelation", "UndecidedEventRelation",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses objects and clauses.</summary>
    /// <exception cref="ApiException">The statement has one.</exception>
    public static void Check(SoqlQuery soql)
    {
        if (OtherObjects.TryGetValue(soql.From, out var name))
        {
            throw new ApiException(400, "INVALIDENTITY", $"Entity '{name}' is not supported by the Bulk API.");
        }

        if (soql.GroupBy.Count > 0)
        {
            throw NotSupported("GROUP BY");
        }

        if (soql.Offset is not null)
        {
            throw NotSupported("OFFSET");
        }

        foreach (var item in soql.Select)
        {
            switch (item)
            {
                case FieldItem or FieldsItem:
                    break;
                case SubqueryItem:
                    throw Error("Aggregate Relationships not supported in Bulk Query with CSV content type");
                case AggregateItem:
                    throw NotSupported("Aggregate functions");
                default:
                    throw NotSupported("TYPEOF");
            }
        }
    }

    /// <summary>Refuses fields that are no single value.</summary>
    /// <exception cref="ApiException">The field is one.</exception>
    public static void Check(FieldDefinition field)
    {
        if (IsCompound(field))
        {
            throw Error("Selecting compound data not supported in Bulk Query");
        }
    }

    public static bool IsCompound(FieldDefinition field) => field.Type == FieldType.Address;

    private static ApiException NotSupported(string clause) => Error($"{clause} not supported in Bulk Query");

    private static ApiException Error(string message) => new(400, "API_ERROR", message);
}
