namespace SalesforceImport.Budgeting;

/// <summary>The most calls that one attempt of a run may make. Pure and thread-safe.</summary>
public static class CallCeiling
{
    /// <summary>The expected calls plus headroom: by default the larger of 5 calls and 10 per cent, rounded up.</summary>
    /// <param name="expected">The calls that the attempt is expected to make.</param>
    /// <param name="headroom">The headroom; null for the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expected calls or a part of the headroom is negative.</exception>
    public static long For(long expected, CeilingHeadroom? headroom = null)
    {
        headroom ??= new CeilingHeadroom();
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        ArgumentOutOfRangeException.ThrowIfNegative(headroom.Calls, nameof(headroom));
        ArgumentOutOfRangeException.ThrowIfNegative(headroom.PerCent, nameof(headroom));

        // A share so large that it overflows means "no ceiling worth the name", not an error.
        decimal most = long.MaxValue - expected;
        decimal factor = headroom.PerCent / 100m;
        decimal share = factor > 0 && expected > most / factor ? most : decimal.Ceiling(expected * factor);
        return expected + (long)Math.Min(most, Math.Max(headroom.Calls, share));
    }
}
