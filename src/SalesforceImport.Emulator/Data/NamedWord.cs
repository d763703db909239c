using System.Text;

namespace SalesforceImport.Emulator.Data;

/// <summary>A word as people read it and as it stands in an e-mail address, both in UTF-8.</summary>
/// <param name="Text">The word itself.</param>
/// <param name="Slug">Lower-case letters and digits only.</param>
internal sealed record NamedWord(byte[] Text, byte[] Slug)
{
    /// <summary>Reads <c>Müller~mueller</c>, or a word whose letters serve as they are.</summary>
    public static NamedWord Parse(string entry)
    {
        var parts = entry.Split('~');
        var slug = parts.Length > 1 ? parts[1] : new string([.. entry.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        return new NamedWord(Encoding.UTF8.GetBytes(parts[0]), Encoding.ASCII.GetBytes(slug));
    }
}
