using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>The queries that have further pages. Locators belong to the org, not to a session. Thread-safe.</summary>
internal sealed class LocatorStore(EmulatorOptions options)
{
    private const string Prefix = "0r8";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly ConcurrentDictionary<string, (PreparedQuery Query, int PageSize, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    /// <summary>Keeps a query and returns the first part of its locators.</summary>
    public string Keep(PreparedQuery query, int pageSize)
    {
        var now = options.TimeProvider.GetUtcNow();
        foreach (var old in _kept.Where(kept => kept.Value.Until <= now))
        {
            _kept.TryRemove(old);
        }

        var id = RecordId.Parse(Prefix + RandomNumberGenerator.GetString(Alphabet, RecordId.ShortLength - Prefix.Length)).ToString();
        _kept[id] = (query, pageSize, now + options.LocatorLifetime);
        return id;
    }

    /// <summary>Finds the query and position of a locator; false where it is none, or expired.</summary>
    public bool TryFind(string locator, out PreparedQuery query, out int pageSize, out long position)
    {
        (query, pageSize, position) = (null!, 0, 0);
        var dash = locator.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !long.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out position)
            || !_kept.TryGetValue(locator[..dash], out var kept) || kept.Until <= options.TimeProvider.GetUtcNow()
            || position > kept.Query.Rows.Count)
        {
            return false;
        }

        (query, pageSize) = (kept.Query, kept.PageSize);
        return true;
    }

    /// <summary>Forgets a locator before its time.</summary>
    public void Expire(string locator) => _kept.TryRemove(locator.Split('-')[0], out _);

    /// <summary>Forgets every locator before its time.</summary>
    public void ExpireAll() => _kept.Clear();
}
