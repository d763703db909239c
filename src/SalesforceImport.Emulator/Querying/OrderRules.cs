using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>What ORDER BY may name.</summary>
internal static class OrderRules
{
    /// <summary>Refuses fields that are unknown or cannot be sorted.</summary>
    public static void Check(QueryContext context, ObjectDefinition definition, IReadOnlyList<OrderItem> items)
    {
        var binder = new PathBinder(context, definition);
        foreach (var item in items)
        {
            Bind(context, binder, item);
        }
    }

    public static BoundPath Bind(QueryContext context, PathBinder binder, OrderItem item)
    {
        if (item.Function is not null)
        {
            throw SoqlErrors.Malformed(context.Text, item.Field.Position, $"Ordered field must be grouped or aggregated: {item.Function}({item.Field})");
        }

        var path = binder.Bind(item.Field);
        return path.Field.Has(FieldFlag.Sortable)
            ? path
            : throw SoqlErrors.Malformed(context.Text, item.Field.Position, $"field '{path.Field.Name}' can not be sorted in a query call");
    }
}
