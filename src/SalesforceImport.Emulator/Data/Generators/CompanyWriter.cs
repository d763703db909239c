namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Companies: what they are called, where they sit, which domain is theirs.</summary>
internal sealed class CompanyWriter(ulong seed, uint salt)
{
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    public Region RegionOf(long company) => NameTables.Regions[Mix.Pick(Mix.Of(seed, company, salt), NameTables.Regions.Length)];

    public void WriteName(long company, Cell cell)
    {
        var mixed = Mix.Of(seed, company, salt + 1);
        var companies = RegionOf(company).Companies;
        cell.Begin().Append(First(mixed).Text).Append((byte)' ').Append(Second(mixed).Text).Append((byte)' ')
            .Append(companies[(int)((mixed >> 20) % (ulong)companies.Length)]);
    }

    /// <summary>Appends a domain that no other company of this kind has.</summary>
    public void AppendDomain(long company, Cell cell)
    {
        var mixed = Mix.Of(seed, company, salt + 1);
        cell.Append(First(mixed).Slug).Append((byte)'-').Append(Second(mixed).Slug).Append((byte)'-');
        AppendNumber(company, cell);
        cell.Append(salt == 0xA0 ? ".example"u8 : ".example.net"u8);
    }

    /// <summary>Appends a number in letters and digits.</summary>
    public static void AppendNumber(long number, Cell cell)
    {
        Span<byte> digits = stackalloc byte[13];
        var at = digits.Length;
        do
        {
            digits[--at] = (byte)Base36[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);
        cell.Append(digits[at..]);
    }

    private static NamedWord First(ulong mixed) => NameTables.CompanyFirst[Mix.Pick(mixed, NameTables.CompanyFirst.Length)];

    private static NamedWord Second(ulong mixed) => NameTables.CompanySecond[Mix.PickHigh(mixed, NameTables.CompanySecond.Length)];
}
