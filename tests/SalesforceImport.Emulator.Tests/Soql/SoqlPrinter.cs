using System.Globalization;
using System.Text;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

/// <summary>Writes a tree as SOQL, choosing case, blanks, prefixes and escapes by chance.</summary>
internal sealed class SoqlPrinter(Random chance)
{
    private static readonly string[] Blanks = [" ", "\n", "\t", "\r\n  ", "  "];

    private readonly StringBuilder _text = new();

    public string Print(SoqlQuery query)
    {
        Query(query);
        return _text.ToString();
    }

    private void Query(SoqlQuery query)
    {
        Word("SELECT");
        List(query.Select, item => Item(query, item));
        Word("FROM").Write(query.From).Blank();
        if (query.Alias is not null)
        {
            Write(query.Alias).Blank();
        }

        Condition(query, "WHERE", query.Where);
        Clause("GROUP BY", query.GroupBy, path => Path(query, path));
        Condition(query, "HAVING", query.Having);
        Clause("ORDER BY", query.OrderBy, item => Key(query, item));
        Rows("LIMIT", query.Limit).Rows("OFFSET", query.Offset);
    }

    private void Item(SoqlQuery query, SelectItem item)
    {
        switch (item)
        {
            case FieldItem field:
                Path(query, field.Path).Blank().Write(field.Alias ?? string.Empty);
                break;
            case AggregateItem { Field: null }:
                Word("COUNT").Write("( )");
                break;
            case AggregateItem aggregate:
                Call(query, aggregate.Function, aggregate.Field).Blank().Write(aggregate.Alias ?? string.Empty);
                break;
            case FieldsItem fields:
                Word("FIELDS").Write("(").Word(fields.Group).Write(")");
                break;
            case SubqueryItem subquery:
                Write("(").Query(subquery.Query);
                Write(")");
                break;
        }

        Blank();
    }

    private void Key(SoqlQuery query, OrderItem item)
    {
        _ = item.Function is null ? Path(query, item.Field) : Call(query, item.Function, item.Field);
        Blank().Word(item.Descending ? "DESC" : Either("ASC", string.Empty)).Word(item.NullsLast ? "NULLS LAST" : Either("NULLS FIRST", string.Empty));
    }

    private void Condition(SoqlQuery query, string word, SoqlExpression? expression)
    {
        if (expression is not null)
        {
            Word(word).Expression(query, expression);
            Blank();
        }
    }

    private void Expression(SoqlQuery query, SoqlExpression expression)
    {
        switch (expression)
        {
            case AndExpression and:
                Chain(query, "AND", and.Operands);
                break;
            case OrExpression or:
                Chain(query, "OR", or.Operands);
                break;
            case NotExpression not:
                Word("NOT").Operand(query, not.Operand);
                break;
            case Comparison comparison:
                Path(query, comparison.Field).Comparand(comparison.Operator, comparison.Value);
                break;
            case AggregateComparison comparison:
                Call(query, comparison.Function, comparison.Field).Comparand(comparison.Operator, comparison.Value);
                break;
            case InList list:
                Path(query, list.Field).Blank().Word(list.Negated ? "NOT IN" : "IN").Values(list.Values);
                break;
            case Includes includes:
                Path(query, includes.Field).Blank().Word(includes.Negated ? "EXCLUDES" : "INCLUDES").Values(includes.Values);
                break;
            case InQuery join:
                Path(query, join.Field).Blank().Word(join.Negated ? "NOT IN" : "IN").Write("(").Query(join.Query);
                Write(")");
                break;
        }
    }

    private void Chain(SoqlQuery query, string word, IReadOnlyList<SoqlExpression> operands)
    {
        for (var at = 0; at < operands.Count; at++)
        {
            if (at > 0)
            {
                Blank().Word(word);
            }

            Operand(query, operands[at]);
        }
    }

    private void Operand(SoqlQuery query, SoqlExpression operand)
    {
        var grouped = operand is AndExpression or OrExpression or NotExpression || chance.Next(4) == 0;
        Write(grouped ? "(" : string.Empty).Expression(query, operand);
        Write(grouped ? ")" : string.Empty);
    }

    private void Comparand(SoqlOperator @operator, SoqlLiteral value)
    {
        var sign = @operator switch
        {
            SoqlOperator.Equal => "=",
            SoqlOperator.NotEqual => Either("!=", "<>"),
            SoqlOperator.Less => "<",
            SoqlOperator.LessOrEqual => "<=",
            SoqlOperator.Greater => ">",
            SoqlOperator.GreaterOrEqual => ">=",
            _ => Either("LIKE", "like"),
        };
        Blank().Write(sign).Blank().Write(SoqlLiteralPrinter.Print(value, @operator == SoqlOperator.Like, chance));
    }

    private void Values(IReadOnlyList<SoqlLiteral> values)
    {
        Write("(");
        List(values, value => Write(SoqlLiteralPrinter.Print(value, false, chance)));
        Write(")");
    }

    private SoqlPrinter Path(SoqlQuery query, FieldPath path) =>
        path.Function is { } function
            ? Call(query, function, path with { Function = null })
            : Write(chance.Next(3) == 0 ? (query.Alias ?? query.From).ToUpperInvariant() + "." : string.Empty).Write(string.Join('.', path.Parts));

    private SoqlPrinter Call(SoqlQuery query, string function, FieldPath field) =>
        Write(Either(function, function.ToLowerInvariant())).Write(Either("(", " ( ")).Path(query, field).Write(")");

    private void Clause<T>(string words, IReadOnlyList<T> items, Action<T> print)
    {
        if (items.Count > 0)
        {
            Word(words);
            List(items, print);
            Blank();
        }
    }

    private SoqlPrinter Rows(string word, int? count) => count is null ? this : Word(word).Write(count.Value.ToString(CultureInfo.InvariantCulture)).Blank();

    private void List<T>(IReadOnlyList<T> items, Action<T> print)
    {
        for (var at = 0; at < items.Count; at++)
        {
            Write(at > 0 ? Either(",", " ,\n") : string.Empty);
            print(items[at]);
        }
    }

    private SoqlPrinter Word(string words)
    {
        foreach (var word in words.Split(' '))
        {
            Write(Either(word, word.ToLowerInvariant())).Blank();
        }

        return this;
    }

    private SoqlPrinter Blank() => Write(Blanks[chance.Next(Blanks.Length)]);

    private SoqlPrinter Write(string text)
    {
        _text.Append(text);
        return this;
    }

    private string Either(string first, string second) => chance.Next(2) == 0 ? first : second;
}
