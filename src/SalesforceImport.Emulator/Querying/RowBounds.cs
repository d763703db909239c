using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>
/// The generated rows that conditions on id, creation, change and deletion leave. Ids and times grow with the row's number, so
/// each such condition is a bound.
/// </summary>
internal sealed class RowBounds(ObjectTable table, ValueBinder values)
{
    /// <summary>The first row left.</summary>
    public long First { get; private set; }

    /// <summary>The row after the last row left.</summary>
    public long End { get; private set; } = table.Count;

    /// <summary>Takes a condition into account; false where it is none of these, or not exactly a bound.</summary>
    public bool Narrow(SoqlExpression condition)
    {
        if (condition is not Comparison { Field.IsPlain: true, Operator: not (SoqlOperator.NotEqual or SoqlOperator.Like), Value: not NullLiteral } comparison
            || table.Definition.Find(comparison.Field.Parts[0]) is not { } field)
        {
            return false;
        }

        if (field.Name == "IsDeleted" && comparison.Value is BooleanLiteral deleted)
        {
            Keep(0, deleted.Value ? 0 : table.Count);
            return true;
        }

        if (field.Type == FieldType.Id)
        {
            var id = values.ReadId(field, comparison.Field, comparison.Value);
            var at = FirstRow(row => table.Ids.At(row).CompareTo(id) >= 0);
            var past = at < table.Count && table.Ids.At(at) == id ? at + 1 : at;
            Keep(comparison.Operator, at, past);
            return true;
        }

        if (TimeOf(table, field) is { } time)
        {
            var (from, to) = values.ReadTime(field, comparison.Field, comparison.Value);
            Keep(comparison.Operator, FirstRow(row => time(row) * 1000 >= from), FirstRow(row => time(row) * 1000 >= to));
            return true;
        }

        return false;
    }

    /// <summary>When generated rows were created or changed, in seconds since 1970; null for any other field.</summary>
    public static Func<long, long>? TimeOf(ObjectTable table, FieldDefinition field) => field.Name switch
    {
        "CreatedDate" => table.Time.Created,
        "LastModifiedDate" => table.Time.Modified,
        "SystemModstamp" => table.Time.Stamped,
        _ => null,
    };

    /// <summary>The first of a table's rows for which a condition holds that holds for all rows after it too.</summary>
    public static long FirstRow(long count, Func<long, bool> holds)
    {
        var (low, high) = (0L, count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private long FirstRow(Func<long, bool> holds) => FirstRow(table.Count, holds);

    private void Keep(SoqlOperator op, long at, long past)
    {
        var (first, end) = op switch
        {
            SoqlOperator.Less => (0, at),
            SoqlOperator.LessOrEqual => (0, past),
            SoqlOperator.Greater => (past, table.Count),
            SoqlOperator.GreaterOrEqual => (at, table.Count),
            _ => (at, past),
        };
        Keep(first, end);
    }

    private void Keep(long first, long end)
    {
        First = Math.Max(First, first);
        End = Math.Max(First, Math.Min(End, end));
    }
}
