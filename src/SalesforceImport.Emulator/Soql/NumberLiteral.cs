namespace SalesforceImport.Emulator.Soql;

/// <summary>A number.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IsInteger">Whether it was written without point and exponent.</param>
internal sealed record NumberLiteral(decimal Value, bool IsInteger) : SoqlLiteral;
