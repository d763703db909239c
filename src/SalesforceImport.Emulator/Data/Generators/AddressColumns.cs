namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The parts of an address: street, city, state, postal code, country.</summary>
internal static class AddressColumns
{
    /// <summary>Adds the columns of one address.</summary>
    /// <param name="table">The table.</param>
    /// <param name="prefix">What the field names start with, such as Mailing.</param>
    /// <param name="region">Which region a row is in.</param>
    /// <param name="seed">The org's seed.</param>
    /// <param name="salt">Tells this address's chance from others'.</param>
    /// <param name="blank">How many rows of a thousand have no address.</param>
    public static void Add(ObjectTable table, string prefix, Func<long, Region> region, ulong seed, uint salt, int blank)
    {
        void Part(string field, Action<long, ulong, Cell> write) => table.Columns.Add(prefix + field, (row, cell) =>
        {
            var mixed = Mix.Of(seed, row.Row, salt);
            if (Mix.PickHigh(mixed, 1000) < blank)
            {
                cell.SetNull();
            }
            else
            {
                write(row.Row, mixed, cell);
            }
        });

        Place At(long row, ulong mixed)
        {
            var places = region(row).Places;
            return places[Mix.Pick(mixed, places.Length)];
        }

        Part("Street", (row, mixed, cell) => WriteStreet(region(row), Mix.Of(mixed, row, salt), cell));
        Part("City", (row, mixed, cell) => cell.SetText(At(row, mixed).City));
        Part("State", (row, mixed, cell) => cell.SetText(At(row, mixed).State));
        Part("PostalCode", (row, mixed, cell) => WritePostalCode(At(row, mixed).PostalPattern, Mix.Of(mixed, row, salt + 1), cell));
        Part("Country", (row, _, cell) => cell.SetText(region(row).Country));
    }

    private static void WriteStreet(Region region, ulong mixed, Cell cell)
    {
        var street = region.Streets[Mix.Pick(mixed, region.Streets.Length)];
        var number = 1 + Mix.PickHigh(mixed, 240);
        cell.Begin();
        if (region.NumberFirst)
        {
            cell.Append(number).Append(region.StreetSeparator).Append(street);
        }
        else
        {
            cell.Append(street).Append(region.StreetSeparator).Append(number);
        }

        cell.Append(region.StreetEnd);
        if (mixed % 20 == 0)
        {
            cell.Append("\r\nc/o "u8).Append((byte)('A' + (mixed >> 8) % 26)).Append(". Box "u8).Append((long)(mixed >> 40) % 90);
        }
    }

    private static void WritePostalCode(ReadOnlySpan<byte> pattern, ulong mixed, Cell cell)
    {
        cell.Begin();
        foreach (var sign in pattern)
        {
            cell.Append(sign == '#' ? (byte)('0' + (mixed % 10)) : sign);
            mixed = sign == '#' ? mixed / 10 : mixed;
        }
    }
}
