using System.Text;

namespace SalesforceImport.Emulator.Data;

/// <summary>Where people of one language live and what they are called.</summary>
internal sealed class Region
{
    private Region(IReadOnlyDictionary<string, string> lines)
    {
        Country = Encoding.UTF8.GetBytes(lines["country"]);
        Dial = Encoding.UTF8.GetBytes(lines["dial"]);
        Given = [.. lines["given"].Split('|').Select(NamedWord.Parse)];
        Family = [.. lines["family"].Split('|').Select(NamedWord.Parse)];
        Places = [.. lines["places"].Split('|').Select(Place.Parse)];
        Streets = [.. lines["streets"].Split('|').Select(Encoding.UTF8.GetBytes)];
        Companies = [.. lines["company"].Split('|').Select(Encoding.UTF8.GetBytes)];
        var form = lines["street"];
        NumberFirst = form.StartsWith("{n}", StringComparison.Ordinal);
        var between = form.Replace("{n}", "\n", StringComparison.Ordinal).Replace("{s}", "\n", StringComparison.Ordinal).Split('\n');
        StreetSeparator = Encoding.UTF8.GetBytes(between[1]);
        StreetEnd = Encoding.UTF8.GetBytes(between[2]);
    }

    public byte[] Country { get; }

    public byte[] Dial { get; }

    public NamedWord[] Given { get; }

    public NamedWord[] Family { get; }

    public Place[] Places { get; }

    public byte[][] Streets { get; }

    public byte[][] Companies { get; }

    public bool NumberFirst { get; }

    public byte[] StreetSeparator { get; }

    public byte[] StreetEnd { get; }

    /// <summary>Reads every region, each as often as its weight says.</summary>
    public static Region[] ReadAll(IEnumerable<string> lines)
    {
        var regions = new List<Region>();
        var (weight, section) = (0, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in lines.Append("[end 0]"))
        {
            if (line.StartsWith('['))
            {
                if (weight > 0)
                {
                    regions.AddRange(Enumerable.Repeat(new Region(section), weight));
                }

                weight = int.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
                section = new Dictionary<string, string>(StringComparer.Ordinal);
            }
            else
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                section[line[..space]] = line[(space + 1)..];
            }
        }

        return [.. regions];
    }
}
