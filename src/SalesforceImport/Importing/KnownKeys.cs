using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// On a first import, spares the look-ups of what cannot be there: a Bloom filter of every key the run has put into a
/// store that was empty, and of those that somebody else was found to have put. What it denies was never put; what it affirms
/// is looked up.
/// </summary>
internal sealed class KnownKeys
{
    private const int BitsPerKey = 12;
    private const int Probes = 6;
    private const long MostBits = 1L << 28;

    private readonly ulong[] _words;
    private readonly ulong _mask;

    public KnownKeys(long expectedRecords)
    {
        long bits = 1L << 16;
        while (bits < MostBits && bits < expectedRecords * 2 * BitsPerKey)
        {
            bits <<= 1;
        }

        _words = new ulong[bits >> 6];
        _mask = (ulong)bits - 1;
    }

    public bool MayHold(SalesforceId id) => MayHold(id.Mix());

    public bool MayHold(string email) => MayHold(Mix(email));

    public void Add(SalesforceId id) => Add(id.Mix());

    public void Add(IncomingRecord record)
    {
        Add(record.Key.Id.Mix());
        if (record.LinkedTo is { } target)
        {
            Add(target.Mix());
        }

        if (record.Email is { } email)
        {
            Add(Mix(email));
        }
    }

    public void Add(ApplyResult conflict)
    {
        foreach (var source in conflict.Sources)
        {
            Add(source.Mix());
        }

        foreach (string email in conflict.Emails)
        {
            Add(Mix(email));
        }
    }

    private static ulong Mix(string email)
    {
        ulong mixed = (uint)email.GetHashCode(StringComparison.Ordinal) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
        return mixed ^ (mixed >> 32);
    }

    private bool MayHold(ulong hash)
    {
        for (int i = 0; i < Probes; i++, hash += Step(hash))
        {
            ulong bit = hash & _mask;
            if ((_words[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Add(ulong hash)
    {
        for (int i = 0; i < Probes; i++, hash += Step(hash))
        {
            ulong bit = hash & _mask;
            _words[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    private static ulong Step(ulong hash) => (hash >> 32) | 1;
}
