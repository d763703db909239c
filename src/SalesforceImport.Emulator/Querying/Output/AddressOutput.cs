using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Writes a compound address from its parts; null where all are.</summary>
internal static class AddressOutput
{
    private const string Suffix = "Address";

    private static readonly string[] Parts = ["City", "Country", "GeocodeAccuracy", "Latitude", "Longitude", "PostalCode", "State", "Street"];

    public static void WriteValue(RowWriter writer, RowReader row, FieldDefinition field)
    {
        var prefix = field.Name[..^Suffix.Length];
        var open = false;
        var cell = new Cell();
        foreach (var part in Parts)
        {
            row.Read(row.Table.Definition.Field(prefix + part), cell);
            open |= !cell.IsNull;
        }

        if (!open)
        {
            writer.Json.WriteNullValue();
            return;
        }

        writer.Json.WriteStartObject();
        foreach (var part in Parts)
        {
            row.Read(row.Table.Definition.Field(prefix + part), cell);
            writer.Json.WritePropertyName(char.ToLowerInvariant(part[0]) + part[1..]);
            ValueOutput.Write(writer.Json, cell);
        }

        writer.Json.WriteEndObject();
    }
}
