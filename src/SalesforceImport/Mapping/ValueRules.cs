namespace SalesforceImport.Mapping;

/// <summary>The arithmetic of sync rules: what a property becomes, given what Salesforce says and what was there.</summary>
internal static class ValueRules
{
    /// <summary>The value a property gets.</summary>
    /// <param name="property">The property.</param>
    /// <param name="imported">What the row's sources say.</param>
    /// <param name="current">What the row holds now.</param>
    /// <param name="before">What it held before this run: what the rules weigh against, so that order does not matter.</param>
    public static FieldValue Apply(MappedProperty property, FieldValue imported, FieldValue current, FieldValue before)
    {
        if (property.IsOptOut)
        {
            return IsTrue(current) || IsTrue(imported) ? FieldValue.FromBoolean(true) : imported.IsNull ? current : imported;
        }

        return property.Rule switch
        {
            SyncRule.AlwaysSalesforce => imported,
            SyncRule.PreferSalesforceUnlessBlank => imported.IsBlank ? before : imported,
            SyncRule.FillBlanks => before.IsBlank ? imported : before,
            _ => current,
        };
    }

    /// <summary>What the sources of a row say together: the leader's value, else the next non-blank one; an opt-out of any is an opt-out.</summary>
    public static FieldValue Combine(MappedProperty property, int index, IEnumerable<IReadOnlyList<FieldValue>> inRankOrder)
    {
        FieldValue first = default;
        foreach (var values in inRankOrder)
        {
            var value = values[index];
            if (property.IsOptOut ? IsTrue(value) : !value.IsBlank)
            {
                return value;
            }

            first = first.IsNull ? value : first;
        }

        return first;
    }

    private static bool IsTrue(FieldValue value) => value is { IsNull: false, Type: PropertyType.Boolean } && value.AsBoolean();
}
