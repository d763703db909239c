using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace SalesforceImport.Budgeting;

/// <summary>
/// How much of the org's daily API limit is left to other integrations: a number of calls (<c>500</c>) or a share of the
/// limit (<c>10%</c>). The default value reserves nothing.
/// </summary>
/// <remarks>
/// Honoured as far as the org's last answer shows it: other integrations spend at the same time. Reads from and writes to
/// configuration and JSON as text. Immutable and thread-safe.
/// </remarks>
[TypeConverter(typeof(ApiReserveTypeConverter))]
[JsonConverter(typeof(ApiReserveJsonConverter))]
public readonly record struct ApiReserve : IParsable<ApiReserve>
{
    private ApiReserve(decimal amount, bool isPerCent)
    {
        Amount = amount;
        IsPerCent = isPerCent;
    }

    /// <summary>Nothing is reserved.</summary>
    public static ApiReserve None => default;

    /// <summary>Calls, or per cent of the org's limit where <see cref="IsPerCent"/> is true.</summary>
    public decimal Amount { get; }

    /// <summary>Whether <see cref="Amount"/> is a share of the org's limit.</summary>
    public bool IsPerCent { get; }

    /// <summary>Reserves a number of calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ApiReserve OfCalls(long calls)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(calls);
        return new(calls, isPerCent: false);
    }

    /// <summary>Reserves a share of the org's limit, from 0 to 100 per cent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is below 0 or above 100.</exception>
    public static ApiReserve OfPerCent(decimal perCent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(perCent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perCent, 100m);
        return new(perCent, isPerCent: true);
    }

    /// <summary>The calls reserved of a limit; a share is rounded up to whole calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public long CallsOf(long limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return (long)(IsPerCent ? decimal.Ceiling(limit * Amount / 100m) : Amount);
    }

    /// <summary>Reads <c>500</c> or <c>10%</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static ApiReserve Parse(string text) => Parse(text, null);

    /// <summary>Reads <c>500</c> or <c>10%</c>; the provider is not used, numbers are in the invariant culture.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static ApiReserve Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var reserve)
            ? reserve
            : throw new FormatException($"'{s}' is not a reserve: expected a number of calls such as 500, or a share of the org's limit from 0% to 100% such as 10%.");
    }

    /// <summary>Reads <c>500</c> or <c>10%</c>; false when the text is neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ApiReserve result) => TryParse(text, null, out result);

    /// <summary>Reads <c>500</c> or <c>10%</c>; false when the text is neither. The provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ApiReserve result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        if (text.EndsWith('%'))
        {
            bool isShare = decimal.TryParse(text[..^1].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal share)
                && share <= 100m;
            result = isShare ? OfPerCent(share) : default;
            return isShare;
        }

        bool isCalls = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long calls);
        result = isCalls ? OfCalls(calls) : default;
        return isCalls;
    }

    /// <summary>The form that <see cref="Parse(string)"/> reads.</summary>
    public override string ToString() =>
        Amount.ToString("0.############################", CultureInfo.InvariantCulture) + (IsPerCent ? "%" : string.Empty);
}
