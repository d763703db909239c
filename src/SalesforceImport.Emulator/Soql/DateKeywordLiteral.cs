namespace SalesforceImport.Emulator.Soql;

/// <summary>A day or a span named relative to now: <c>TODAY</c>, <c>LAST_N_DAYS:30</c>.</summary>
/// <param name="Keyword">The keyword in upper case, without its number.</param>
/// <param name="N">The number after the colon, where the keyword takes one.</param>
internal sealed record DateKeywordLiteral(string Keyword, int? N) : SoqlLiteral;
