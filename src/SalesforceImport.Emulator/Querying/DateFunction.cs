using System.Globalization;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A part of a date or of an instant, such as its year, to filter, group and sort by. In UTC; fiscal years are calendar years.</summary>
/// <param name="Name">The function, in upper case.</param>
/// <param name="Source">The field that it is taken of.</param>
/// <param name="Result">What it gives, as a field.</param>
internal sealed record DateFunction(string Name, FieldDefinition Source, FieldDefinition Result)
{
    private const string DayOnly = "DAY_ONLY";
    private const string Traits = "nfsga";

    /// <summary>Takes a function of a field; null where the field has no such part.</summary>
    public static DateFunction? Of(string name, FieldDefinition source)
    {
        var fits = source.Type == FieldType.DateTime || (source.Type == FieldType.Date && name is not (DayOnly or "HOUR_IN_DAY"));
        var shown = $"{name}({source.Name})";
        return fits ? new DateFunction(name, source, new FieldDefinition(new FieldResource(shown, name == DayOnly ? "date" : "int", shown, Traits), -1)) : null;
    }

    /// <summary>Puts the part in the place of the whole; null stays null.</summary>
    public void Apply(Cell cell)
    {
        if (cell.IsNull)
        {
            return;
        }

        var time = cell.Kind == CellKind.Date
            ? DateOnly.FromDayNumber((int)cell.Integer).ToDateTime(TimeOnly.MinValue)
            : DateTimeOffset.FromUnixTimeMilliseconds(cell.Integer).UtcDateTime;
        if (Name == DayOnly)
        {
            cell.SetDate(DateOnly.FromDateTime(time).DayNumber);
        }
        else
        {
            cell.SetInteger(PartOf(time));
        }
    }

    private int PartOf(DateTime time) => Name switch
    {
        "CALENDAR_MONTH" or "FISCAL_MONTH" => time.Month,
        "CALENDAR_QUARTER" or "FISCAL_QUARTER" => ((time.Month - 1) / 3) + 1,
        "CALENDAR_YEAR" or "FISCAL_YEAR" => time.Year,
        "DAY_IN_MONTH" => time.Day,
        "DAY_IN_WEEK" => (int)time.DayOfWeek + 1,
        "DAY_IN_YEAR" => time.DayOfYear,
        "HOUR_IN_DAY" => time.Hour,
        "WEEK_IN_MONTH" => ((time.Day - 1) / 7) + 1,
        "WEEK_IN_YEAR" => ((time.DayOfYear - 1) / 7) + 1,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No function {Name}.")),
    };
}
