using Parlot;
using Parlot.Fluent;

namespace SalesforceImport.Emulator.Soql;

/// <summary>A terminal of the grammar: passes over whitespace before it, and reports where it did not match.</summary>
/// <typeparam name="T">What the terminal yields.</typeparam>
internal sealed class SoqlToken<T> : Parser<T>
{
    private readonly Parser<T> _inner;

    /// <summary>Makes a terminal.</summary>
    /// <param name="inner">Matches the token itself.</param>
    public SoqlToken(Parser<T> inner) => _inner = inner;

    /// <inheritdoc/>
    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        context.SkipWhiteSpace();
        var start = cursor.Offset;
        if (_inner.Parse(context, ref result))
        {
            return true;
        }

        cursor.ResetPosition(before);
        ((SoqlContext)context).Refuse(start);
        return false;
    }
}
