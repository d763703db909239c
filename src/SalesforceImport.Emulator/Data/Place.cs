using System.Text;

namespace SalesforceImport.Emulator.Data;

/// <summary>A town: its name, its state and the pattern of its postal codes, in which <c>#</c> stands for a digit.</summary>
internal sealed record Place(byte[] City, byte[] State, byte[] PostalPattern)
{
    public static Place Parse(string entry)
    {
        var parts = entry.Split(',');
        return new Place(Encoding.UTF8.GetBytes(parts[0]), Encoding.UTF8.GetBytes(parts[1]), Encoding.UTF8.GetBytes(parts[2]));
    }
}
