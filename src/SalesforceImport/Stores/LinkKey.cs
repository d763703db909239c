namespace SalesforceImport.Stores;

/// <summary>What tells one link of an org from another. In order: by kind, then by <paramref name="From"/>, then by <paramref name="To"/>.</summary>
/// <param name="Kind">What it ties.</param>
/// <param name="From">The opportunity, task or campaign.</param>
/// <param name="To">The contact or lead.</param>
public readonly record struct LinkKey(LinkKind Kind, SalesforceId From, SalesforceId To) : IComparable<LinkKey>
{
    /// <summary>The id at an end.</summary>
    public SalesforceId At(LinkEnd end) => end == LinkEnd.From ? From : To;

    /// <inheritdoc />
    public int CompareTo(LinkKey other)
    {
        int order = Kind.CompareTo(other.Kind);
        order = order != 0 ? order : From.CompareTo(other.From);
        return order != 0 ? order : To.CompareTo(other.To);
    }

    /// <summary>Whether one key comes before another.</summary>
    public static bool operator <(LinkKey left, LinkKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key comes after another.</summary>
    public static bool operator >(LinkKey left, LinkKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key comes before another, or is it.</summary>
    public static bool operator <=(LinkKey left, LinkKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key comes after another, or is it.</summary>
    public static bool operator >=(LinkKey left, LinkKey right) => left.CompareTo(right) >= 0;
}
