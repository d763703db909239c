using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>The fields that <c>FIELDS(…)</c> stands for.</summary>
internal static class FieldGroups
{
    private const int MostRowsOfAllFields = 200;

    /// <exception cref="SoqlException">The group needs a limit that the query does not have.</exception>
    public static IEnumerable<FieldDefinition> Expand(QueryContext context, SoqlQuery query, ObjectDefinition definition, FieldsItem item)
    {
        var standard = string.Equals(item.Group, "STANDARD", StringComparison.OrdinalIgnoreCase);
        if (!standard && query.Limit is null or > MostRowsOfAllFields)
        {
            throw SoqlErrors.Malformed(context.Text, item.Position, "The SOQL FIELDS function must have a LIMIT of at most 200");
        }

        var custom = string.Equals(item.Group, "CUSTOM", StringComparison.OrdinalIgnoreCase);
        return context.Schema.Fields(definition).Where(field => field.Has(FieldFlag.Custom) ? !standard : !custom);
    }
}
