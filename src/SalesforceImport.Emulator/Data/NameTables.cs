using System.Text;

namespace SalesforceImport.Emulator.Data;

/// <summary>The word lists behind generated rows, read once from the assembly's resources.</summary>
internal static class NameTables
{
    private const string ResourcePrefix = "SalesforceImport.Emulator.Data.Names.";

    private static readonly Dictionary<string, string> Business = ReadLines("business.txt")
        .ToDictionary(line => line[..line.IndexOf(' ', StringComparison.Ordinal)], line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    /// <summary>The regions, each as often as its weight.</summary>
    public static Region[] Regions { get; } = Region.ReadAll(ReadLines("people.txt"));

    public static NamedWord[] CompanyFirst { get; } = [.. Business["first"].Split('|').Select(NamedWord.Parse)];

    public static NamedWord[] CompanySecond { get; } = [.. Business["second"].Split('|').Select(NamedWord.Parse)];

    public static byte[][] Titles { get; } = Utf8("title");

    public static byte[][] Departments { get; } = Utf8("department");

    public static byte[][] Remarks { get; } = Utf8("line");

    public static byte[][] Subjects { get; } = Utf8("subject");

    public static byte[][] Deals { get; } = Utf8("deal");

    public static byte[][] Campaigns { get; } = Utf8("campaign");

    private static byte[][] Utf8(string key) => [.. Business[key].Split('|').Select(Encoding.UTF8.GetBytes)];

    private static IEnumerable<string> ReadLines(string resource)
    {
        using var stream = typeof(NameTables).Assembly.GetManifestResourceStream(ResourcePrefix + resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
