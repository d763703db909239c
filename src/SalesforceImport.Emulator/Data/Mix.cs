namespace SalesforceImport.Emulator.Data;

/// <summary>
/// The org's only source of chance: a fixed scrambling of (seed, row, salt). Changing it changes every generated org, which
/// the emulator promises not to do: the same seed and sizes are the same org, in every process and version.
/// </summary>
internal static class Mix
{
    public static ulong Of(ulong seed, long row, uint salt)
    {
        var x = seed ^ ((ulong)row * 0x9E3779B97F4A7C15UL) ^ (salt * 0xD1B54A32D192ED03UL);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    /// <summary>A number below <paramref name="below"/>, drawn from a scrambled value.</summary>
    public static int Pick(ulong mixed, int below) => (int)(((mixed & 0xFFFFFFFF) * (ulong)below) >> 32);

    /// <summary>Another number from the same scrambled value, independent of <see cref="Pick"/>.</summary>
    public static int PickHigh(ulong mixed, int below) => (int)(((mixed >> 32) * (ulong)below) >> 32);
}
