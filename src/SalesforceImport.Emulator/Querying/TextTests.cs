using System.Text;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Conditions on text; case does not count.</summary>
internal static class TextTests
{
    private const int StackCharacters = 512;

    private delegate bool SpanTest(ReadOnlySpan<char> text);

    public static Func<Cell, bool> Equal(string value)
    {
        if (value.Length == 0)
        {
            return static cell => cell.IsNull;
        }

        return Ascii.IsValid(value)
            ? cell => cell.Kind == CellKind.Text && Ascii.EqualsIgnoreCase(cell.Text, value)
            : cell => cell.Kind == CellKind.Text && On(cell, text => text.Equals(value, StringComparison.OrdinalIgnoreCase));
    }

    public static Func<Cell, bool> Compare(string value, Func<int, bool> holds) =>
        cell => cell.Kind == CellKind.Text && On(cell, text => holds(text.CompareTo(value, StringComparison.OrdinalIgnoreCase)));

    public static Func<Cell, bool> Like(string pattern)
    {
        var like = new LikePattern(pattern);
        return cell => cell.Kind == CellKind.Text && On(cell, like.IsMatch);
    }

    public static Func<Cell, bool> In(IEnumerable<string> values)
    {
        var set = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        return cell => cell.Kind == CellKind.Text && On(cell, lookup.Contains);
    }

    private static bool On(Cell cell, SpanTest test)
    {
        var utf8 = cell.Text;
        var characters = utf8.Length <= StackCharacters ? stackalloc char[StackCharacters] : new char[utf8.Length];
        var written = Encoding.UTF8.GetChars(utf8, characters);
        return test(characters[..written]);
    }
}
