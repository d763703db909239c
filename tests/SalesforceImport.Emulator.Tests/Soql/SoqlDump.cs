using System.Collections;
using System.Globalization;
using System.Reflection;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

/// <summary>Writes a tree as text without its positions, so that two trees can be compared.</summary>
internal static class SoqlDump
{
    private static readonly string[] Places = [nameof(SoqlQuery.Text), nameof(SoqlQuery.FromPosition), nameof(SelectItem.Position), nameof(FieldPath.IsPlain)];

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ when value.GetType().Namespace == typeof(SoqlQuery).Namespace && !value.GetType().IsEnum => Record(value),
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };

    private static string Record(object record)
    {
        var members = record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => !Places.Contains(member.Name) && !(record is FieldPath { Function: null } && member.Name == nameof(FieldPath.Function)))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{member.Name}={Of(member.GetValue(record))}");
        return $"{record.GetType().Name}({string.Join(", ", members)})";
    }
}
