namespace SalesforceImport.Emulator.Soql;

/// <summary>One sort key.</summary>
/// <param name="Field">The field to sort by.</param>
/// <param name="Descending">Whether DESC was asked for.</param>
/// <param name="NullsLast">Whether NULLS LAST was asked for; nulls come first in both directions otherwise.</param>
internal sealed record OrderItem(FieldPath Field, bool Descending, bool NullsLast)
{
    /// <summary>The aggregate taken of <see cref="Field"/> in a grouped query, in upper case; null to sort by the field itself.</summary>
    public string? Function { get; init; }
}
