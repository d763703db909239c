using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Turns a comparison of a field with literals into a test of the field's value.</summary>
internal sealed class ValueBinder(QueryContext context)
{
    /// <summary>Compares with one value.</summary>
    public Func<Cell, bool> Test(FieldDefinition field, FieldPath path, SoqlOperator op, SoqlLiteral value)
    {
        if (value is NullLiteral or StringLiteral { Value.Length: 0 })
        {
            return op switch
            {
                SoqlOperator.Equal => static cell => cell.IsNull,
                SoqlOperator.NotEqual => static cell => !cell.IsNull,
                _ => static _ => false,
            };
        }

        if (op == SoqlOperator.Like)
        {
            return field.IsText && value is StringLiteral like
                ? TextTests.Like(like.Value)
                : throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", SoqlErrors.Malformed(context.Text, path.Position, "invalid operator on id field").Message);
        }

        if (op == SoqlOperator.NotEqual)
        {
            var equal = Test(field, path, SoqlOperator.Equal, value);
            return cell => !equal(cell);
        }

        return Holds(field, path, op, value);
    }

    /// <summary>Compares with a list of values.</summary>
    public Func<Cell, bool> In(FieldDefinition field, FieldPath path, IReadOnlyList<SoqlLiteral> values)
    {
        var present = values.Where(value => value is not NullLiteral).ToList();
        var test = In(field, path, present);
        return present.Count == values.Count ? test : cell => cell.IsNull || test(cell);
    }

    /// <summary>The ids of a list; refuses what is none.</summary>
    public RecordId ReadId(FieldDefinition field, FieldPath path, SoqlLiteral value) =>
        value is not StringLiteral text ? throw Mismatch(field, path)
        : RecordId.TryParse(text.Value, out var id) ? id
        : throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", SoqlErrors.Malformed(context.Text, path.Position, $"invalid ID field: {text.Value}").Message);

    /// <summary>The span of time that a literal stands for, in milliseconds or days: from, inclusive, to, exclusive.</summary>
    public (long From, long To) ReadTime(FieldDefinition field, FieldPath path, SoqlLiteral value)
    {
        switch (value)
        {
            case DateTimeLiteral instant when field.Type == FieldType.DateTime:
                var at = instant.Value.ToUnixTimeMilliseconds();
                return (at, at + 1);
            case DateLiteral day when field.Type == FieldType.Date:
                return (day.Value.DayNumber, day.Value.DayNumber + 1);
            case DateKeywordLiteral keyword:
                var (from, to) = DateLiterals.Range(keyword, context.Now);
                return field.Type == FieldType.Date
                    ? (DateOnly.FromDateTime(from.UtcDateTime).DayNumber, DateOnly.FromDateTime(to.UtcDateTime).DayNumber)
                    : (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
            default:
                throw Mismatch(field, path);
        }
    }

    private Func<Cell, bool> In(FieldDefinition field, FieldPath path, List<SoqlLiteral> values)
    {
        if (field.IsText)
        {
            return TextTests.In(values.Select(value => value is StringLiteral text ? text.Value : throw Mismatch(field, path)));
        }

        if (field.IsId)
        {
            var ids = values.Select(value => ReadId(field, path, value)).ToHashSet();
            return cell => cell.Kind == CellKind.Id && ids.Contains(cell.Id);
        }

        var tests = values.Select(value => Test(field, path, SoqlOperator.Equal, value)).ToArray();
        return cell => Array.Exists(tests, test => test(cell));
    }

    private Func<Cell, bool> Holds(FieldDefinition field, FieldPath path, SoqlOperator op, SoqlLiteral value)
    {
        if (field.IsText)
        {
            var text = value is StringLiteral literal ? literal.Value : throw Mismatch(field, path);
            return op == SoqlOperator.Equal ? TextTests.Equal(text) : TextTests.Compare(text, Order(op));
        }

        if (field.IsId)
        {
            var id = ReadId(field, path, value);
            var order = Order(op);
            return op == SoqlOperator.Equal
                ? cell => cell.Kind == CellKind.Id && cell.Id == id
                : cell => cell.Kind == CellKind.Id && order(cell.Id.CompareTo(id));
        }

        if (field.IsNumber)
        {
            var number = value is NumberLiteral literal ? literal.Value : throw Mismatch(field, path);
            var order = Order(op);
            return cell => !cell.IsNull && order((cell.Kind == CellKind.Integer ? cell.Integer : cell.Number).CompareTo(number));
        }

        if (field.Type == FieldType.Boolean)
        {
            var flag = value is BooleanLiteral literal ? literal.Value : throw Mismatch(field, path);
            return op == SoqlOperator.Equal
                ? cell => cell.IsTrue == flag
                : throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", SoqlErrors.Malformed(context.Text, path.Position, "invalid operator on boolean field").Message);
        }

        if (field.Name == "Birthdate" && value is DateLiteral birthday)
        {
            // Birthdays are compared without their years.
            var (day, order) = (DayOfYear(birthday.Value), Order(op));
            return cell => !cell.IsNull && order(DayOfYear(DateOnly.FromDayNumber((int)cell.Integer)).CompareTo(day));
        }

        return InTime(op, ReadTime(field, path, value));
    }

    private static int DayOfYear(DateOnly day) => (day.Month * 100) + day.Day;

    private static Func<Cell, bool> InTime(SoqlOperator op, (long From, long To) time) => op switch
    {
        SoqlOperator.Less => cell => !cell.IsNull && cell.Integer < time.From,
        SoqlOperator.LessOrEqual => cell => !cell.IsNull && cell.Integer < time.To,
        SoqlOperator.Greater => cell => !cell.IsNull && cell.Integer >= time.To,
        SoqlOperator.GreaterOrEqual => cell => !cell.IsNull && cell.Integer >= time.From,
        _ => cell => !cell.IsNull && cell.Integer >= time.From && cell.Integer < time.To,
    };

    private static Func<int, bool> Order(SoqlOperator op) => op switch
    {
        SoqlOperator.Less => static order => order < 0,
        SoqlOperator.LessOrEqual => static order => order <= 0,
        SoqlOperator.Greater => static order => order > 0,
        SoqlOperator.GreaterOrEqual => static order => order >= 0,
        _ => static order => order == 0,
    };

    private SoqlException Mismatch(FieldDefinition field, FieldPath path)
    {
        var (type, quoted) = field.Type switch
        {
            FieldType.Boolean => ("boolean", false),
            FieldType.Int => ("int", false),
            FieldType.Double or FieldType.Currency or FieldType.Percent => ("double", false),
            FieldType.Date => ("date", false),
            FieldType.DateTime => ("dateTime", false),
            FieldType.Id or FieldType.Reference => ("ID", true),
            _ => ("string", true),
        };
        return SoqlErrors.FilterMismatch(context.Text, path.Position, field.Name, type, quoted);
    }
}
