using System.Globalization;
using Parlot;
using Parlot.Fluent;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The terminals of the grammar.</summary>
internal static class SoqlTokens
{
    /// <summary>A single name.</summary>
    public static readonly Parser<TextSpan> Name = Token(Literals.Scan(SoqlWords.NameLength));

    /// <summary>The name given to an object or to a column.</summary>
    public static readonly Parser<string> Alias =
        Token(Literals.Scan(SoqlWords.NameLength).Then(span => span.ToString()).When((_, name) => !SoqlWords.IsReserved(name)));

    /// <summary>The name of an object or a child relationship, where it stands.</summary>
    public static readonly Parser<TextSpan> ObjectName =
        Token(Literals.Scan(SoqlWords.NameLength).When((_, span) => !SoqlWords.IsReservedObject(span.ToString())));

    /// <summary>A field, perhaps dotted.</summary>
    public static readonly Parser<FieldPath> Path =
        Token(Literals.Scan(PathLength).Then(ToPath).When((_, path) => path.Parts.Count > 1 || !SoqlWords.IsReserved(path.Parts[0])));

    /// <summary>A field, or a function of one: <c>CALENDAR_YEAR(CreatedDate)</c>.</summary>
    public static readonly Parser<FieldPath> FieldOrPart = OneOf(
        Token(Literals.Scan(SoqlWords.NameLength).When((_, span) => SoqlWords.IsFieldFunction(span.ToString())))
            .AndSkip(Symbol('(')).And(Path).AndSkip(Symbol(')'))
            .Then(parts => parts.Item2 with { Position = parts.Item1.Offset, Function = parts.Item1.ToString().ToUpperInvariant() }),
        Path);

    /// <summary>The name of an aggregate function, in upper case.</summary>
    public static readonly Parser<string> Aggregate =
        Token(Literals.Scan(SoqlWords.NameLength).Then(span => span.ToString().ToUpperInvariant()).When((_, name) => SoqlWords.IsAggregate(name)));

    /// <summary>A number of rows.</summary>
    public static readonly Parser<int> Count = Token(
        Literals.Scan(DigitsLength)
            .Then(span => int.TryParse(span.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1)
            .When((_, count) => count >= 0));

    /// <summary>The end of the statement.</summary>
    public static readonly Parser<bool> End = Token(Always(true).Eof());

    /// <summary>A keyword, in any case.</summary>
    public static Parser<string> Word(string word) => Token(BareWord(word));

    /// <summary>A keyword that yields its 0-based offset.</summary>
    public static Parser<int> WordAt(string word) => Token(BareWord(word).Then((_, start, _, _) => start));

    /// <summary>A keyword for looking ahead: it reports no refusal and passes over no whitespace.</summary>
    public static Parser<string> BareWord(string word) => Literals.Keyword(word, SoqlWords.NameCharacters, caseInsensitive: true);

    /// <summary>A punctuation mark.</summary>
    public static Parser<char> Symbol(char symbol) => Token(Literals.Char(symbol));

    /// <summary>A punctuation mark that yields its 0-based offset.</summary>
    public static Parser<int> SymbolAt(char symbol) => Token(Literals.Char(symbol).Then((_, start, _, _) => start));

    /// <summary>Makes a terminal of a parser.</summary>
    public static Parser<T> Token<T>(Parser<T> parser) => new SoqlToken<T>(parser);

    private static int DigitsLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(SoqlWords.NamePart);
        return end < 0 ? text.Length : end;
    }

    private static int PathLength(ReadOnlySpan<char> text)
    {
        var length = SoqlWords.NameLength(text);
        while (length > 0 && length < text.Length && text[length] == '.')
        {
            var part = SoqlWords.NameLength(text[(length + 1)..]);
            if (part == 0)
            {
                break;
            }

            length += part + 1;
        }

        return length;
    }

    private static FieldPath ToPath(TextSpan span) => new(span.ToString().Split('.'), span.Offset);
}
