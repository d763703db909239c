using System.Numerics;

namespace SalesforceImport.Emulator.Data;

/// <summary>
/// A scrambling of the numbers below a size that can be undone: i → (i·k + s) mod size with k prime to the size. Spreads the
/// children of one object over the parents of another without a table, in both directions.
/// </summary>
internal sealed class AffineMap
{
    private readonly long _factor;
    private readonly long _inverse;
    private readonly long _shift;

    public AffineMap(long size, ulong seed, uint salt)
    {
        Size = size;
        if (size <= 1)
        {
            return;
        }

        var mixed = Mix.Of(seed, size, salt);
        _shift = (long)(mixed % (ulong)size);
        var factor = (long)((mixed >> 17) % (ulong)size) | 1;
        while (BigInteger.GreatestCommonDivisor(factor, size) != 1)
        {
            factor++;
        }

        _factor = factor % size;
        _inverse = Invert(_factor, size);
    }

    /// <summary>How many numbers there are; 0 where there is nothing to map to.</summary>
    public long Size { get; }

    /// <summary>The image of any number that is not negative.</summary>
    public long this[long i] => Size <= 1 ? 0 : Reduce(i % Size, _factor, _shift);

    /// <summary>The smallest number with this image; the others follow at distances of the size.</summary>
    public long Undo(long image) => Size <= 1 ? 0 : Reduce((image - _shift + Size) % Size, _inverse, 0);

    // The product of two numbers below 2^31 fits 64 bits, whose remainder is several times faster than that of 128.
    private long Reduce(long value, long factor, long shift) => Size <= int.MaxValue
        ? (long)((((ulong)value * (ulong)factor) + (ulong)shift) % (ulong)Size)
        : (long)((((UInt128)(ulong)value * (ulong)factor) + (ulong)shift) % (ulong)Size);

    private static long Invert(long value, long modulus)
    {
        var (old, current, oldFactor, factor) = (value, modulus, 1L, 0L);
        while (current != 0)
        {
            var quotient = old / current;
            (old, current) = (current, old - (quotient * current));
            (oldFactor, factor) = (factor, oldFactor - (quotient * factor));
        }

        return ((oldFactor % modulus) + modulus) % modulus;
    }
}
