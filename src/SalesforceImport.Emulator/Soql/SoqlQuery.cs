namespace SalesforceImport.Emulator.Soql;

/// <summary>A parsed SOQL statement, or a subquery inside one.</summary>
/// <param name="Text">The whole statement as sent; a subquery carries the text of the statement around it, so that every position is an offset into the same text.</param>
/// <param name="Select">What is selected, in the order written.</param>
/// <param name="From">The object's name; in a child subquery, the relationship's name.</param>
/// <param name="FromPosition">0-based offset of <paramref name="From"/> in <paramref name="Text"/>.</param>
/// <param name="Alias">The alias given to the object; paths below no longer start with it.</param>
/// <param name="Where">The filter.</param>
/// <param name="GroupBy">The fields to group by; empty without grouping.</param>
/// <param name="Having">The filter over groups.</param>
/// <param name="OrderBy">The sort keys, most significant first.</param>
/// <param name="Limit">The most rows to return.</param>
/// <param name="Offset">The rows to pass over first.</param>
internal sealed record SoqlQuery(
    string Text,
    IReadOnlyList<SelectItem> Select,
    string From,
    int FromPosition,
    string? Alias,
    SoqlExpression? Where,
    IReadOnlyList<FieldPath> GroupBy,
    SoqlExpression? Having,
    IReadOnlyList<OrderItem> OrderBy,
    int? Limit,
    int? Offset);
