using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Columns that draw from a list, blank in some rows.</summary>
internal static class Draw
{
    /// <summary>A column with one of a list of texts.</summary>
    /// <param name="texts">The list.</param>
    /// <param name="seed">The org's seed.</param>
    /// <param name="salt">Tells this column's chance from others'.</param>
    /// <param name="blank">How many rows of a thousand are null.</param>
    public static Column From(byte[][] texts, ulong seed, uint salt, int blank = 0) => (row, cell) =>
    {
        var mixed = Mix.Of(seed, row.Row, salt);
        if (Mix.PickHigh(mixed, 1000) < blank)
        {
            cell.SetNull();
        }
        else
        {
            cell.SetText(texts[Mix.Pick(mixed, texts.Length)]);
        }
    };

    /// <summary>A column with one of a picklist's values.</summary>
    public static Column FromPicklist(ObjectTable table, string field, ulong seed, uint salt, int blank = 0) =>
        From(Values(table.Definition, field), seed, salt, blank);

    /// <summary>A picklist's values in UTF-8.</summary>
    public static byte[][] Values(ObjectDefinition definition, string field) => [.. definition.Field(field).Values.Select(Encoding.UTF8.GetBytes)];

    /// <summary>A column that is true in some rows of a thousand.</summary>
    public static Column Sometimes(ulong seed, uint salt, int perThousand) =>
        (row, cell) => cell.SetBoolean(Mix.Pick(Mix.Of(seed, row.Row, salt), 1000) < perThousand);

    /// <summary>A column with an amount in steps.</summary>
    public static Column Amount(ulong seed, uint salt, int steps, decimal step, int blank = 0) => (row, cell) =>
    {
        var mixed = Mix.Of(seed, row.Row, salt);
        if (Mix.PickHigh(mixed, 1000) < blank)
        {
            cell.SetNull();
        }
        else
        {
            cell.SetNumber((1 + Mix.Pick(mixed, steps)) * step);
        }
    };

    /// <summary>A column with one to three remarks, as people type them; null in most rows.</summary>
    public static Column Remarks(ulong seed, uint salt, int blank) => (row, cell) =>
    {
        var mixed = Mix.Of(seed, row.Row, salt);
        if (Mix.PickHigh(mixed, 1000) < blank)
        {
            cell.SetNull();
            return;
        }

        var lines = NameTables.Remarks;
        var first = Mix.Pick(mixed, lines.Length);
        cell.Begin().Append(lines[first]);
        for (var i = 1; i <= (int)(mixed >> 60) % 3; i++)
        {
            cell.Append(i == 1 ? "\r\n"u8 : "\n\n"u8).Append(lines[(first + (i * 3)) % lines.Length]);
        }
    };
}
