namespace SalesforceImport.Emulator.Soql;

/// <summary>The pattern of a LIKE: <c>%</c> stands for any characters, <c>_</c> for one, case does not count. Immutable, safe to share.</summary>
internal sealed class LikePattern
{
    private const char AnyRun = '%';

    private readonly char[] _characters;

    private readonly bool[] _wild;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern; a backslash takes the meaning from a wildcard or a backslash after it.</param>
    public LikePattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        List<char> characters = new(pattern.Length);
        List<bool> wild = new(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            var escaped = pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is '_' or '%' or '\\';
            var character = pattern[escaped ? ++at : at];
            characters.Add(char.ToUpperInvariant(character));
            wild.Add(!escaped && character is '%' or '_');
        }

        _characters = [.. characters];
        _wild = [.. wild];
    }

    /// <summary>Whether a text matches from its first to its last character; allocates nothing.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var at = 0;
        var part = 0;
        var runPart = -1;
        var runAt = 0;
        while (at < text.Length)
        {
            if (part < _characters.Length && IsRun(part))
            {
                runPart = part++;
                runAt = at;
            }
            else if (part < _characters.Length && (_wild[part] || _characters[part] == char.ToUpperInvariant(text[at])))
            {
                at += _wild[part++] ? CharacterLength(text[at..]) : 1;
            }
            else if (runPart >= 0)
            {
                // Only the last run can need more: an earlier one already has the shortest fit.
                runAt += CharacterLength(text[runAt..]);
                at = runAt;
                part = runPart + 1;
            }
            else
            {
                return false;
            }
        }

        while (part < _characters.Length && IsRun(part))
        {
            part++;
        }

        return part == _characters.Length;
    }

    private static int CharacterLength(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : 1;

    private bool IsRun(int part) => _wild[part] && _characters[part] == AnyRun;
}
