namespace SalesforceImport.Emulator.Soql;

/// <summary>The org's refusals of a query, in the org's words. Positions are 0-based offsets into the whole statement.</summary>
internal static class SoqlErrors
{
    private const string MalformedQuery = "MALFORMED_QUERY";

    private const string InvalidField = "INVALID_FIELD";

    private const int ShownCharacters = 40;

    /// <summary>The grammar has no place for what stands at a position.</summary>
    public static SoqlException UnexpectedToken(string query, int position) =>
        Malformed(query, position, $"unexpected token: '{TokenAt(query, position)}'");

    /// <summary>The query breaks a rule of the language at a position.</summary>
    public static SoqlException Malformed(string query, int position, string message) => At(MalformedQuery, query, position, message);

    /// <summary>The statement has more than 100,000 characters.</summary>
    public static SoqlException QueryTooLong() => new(MalformedQuery, "SOQL statements can not be longer than 100000 characters");

    /// <summary>A string has more than 4,000 characters.</summary>
    public static SoqlException StringTooLong(string query, int position) =>
        Malformed(query, position, $"string literal can not be longer than {SoqlStrings.MaxLength} characters");

    /// <summary>A string holds a backslash before a character that has no escape.</summary>
    public static SoqlException BadEscape(string query, int position, string text, string escape) =>
        Malformed(query, position, $"Invalid string literal '{text[..Math.Min(text.Length, ShownCharacters)]}'. Illegal character sequence '{escape}' in string literal.");

    /// <summary>The object has no such field, or the user may not see it.</summary>
    public static SoqlException NoSuchColumn(string query, int position, string field, string entity) => At(
        InvalidField,
        query,
        position,
        $"No such column '{field}' on entity '{entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.");

    /// <summary>There is no such object, or the user may not see it.</summary>
    public static SoqlException NotSupportedType(string query, int position, string type) => At(
        "INVALID_TYPE",
        query,
        position,
        $"sObject type '{type}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.");

    /// <summary>A path goes through a relationship that the object does not have.</summary>
    public static SoqlException NoSuchRelationship(string query, int position, string relationship) => At(
        InvalidField,
        query,
        position,
        $"Didn't understand relationship '{relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.");

    /// <summary>A child subquery names a relationship that the object does not have.</summary>
    public static SoqlException NoSuchChildRelationship(string query, int position, string relationship) => At(
        "INVALID_TYPE",
        query,
        position,
        $"Didn't understand relationship '{relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.");

    /// <summary>A field is compared with a value of another type.</summary>
    /// <param name="query">The whole statement.</param>
    /// <param name="position">Where the field stands.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="type">The field's type in the org's words: <c>string</c>, <c>double</c>, <c>dateTime</c>, <c>boolean</c>…</param>
    /// <param name="quoted">Whether values of that type stand in quotes.</param>
    public static SoqlException FilterMismatch(string query, int position, string field, string type, bool quoted) => At(
        InvalidField,
        query,
        position,
        $"value of filter criterion for field '{field}' must be of type {type} and should {(quoted ? "be" : "not be")} enclosed in quotes");

    /// <summary>A field is selected twice.</summary>
    public static SoqlException DuplicateField(string field) => new(InvalidField, $"duplicate field selected: {field}");

    /// <summary>OFFSET passes over more than 2,000 rows.</summary>
    public static SoqlException OffsetTooLarge() => new("NUMBER_OUTSIDE_VALID_RANGE", $"Maximum SOQL offset allowed is {SoqlLimits.MaxOffset}");

    /// <summary>A filter holds more than two semi-joins.</summary>
    public static SoqlException TooManySemiJoins() => new("EXCEEDED_MAX_SEMIJOIN_SUBSELECTS", "Maximum 2 semi join sub-selects are allowed");

    private static SoqlException At(string code, string query, int position, string message) =>
        new(code, QueryExcerpt.Describe(query, position, message));

    private static string TokenAt(string query, int position)
    {
        var text = query.AsSpan(position);
        if (text.IsWhiteSpace())
        {
            return "<EOF>";
        }

        var length = text[0] switch
        {
            '\'' => Math.Max(SoqlStrings.QuotedLength(text), 1),
            '<' or '>' or '!' when text.Length > 1 && text[1] is '=' or '>' => 2,
            _ => Math.Max(text.IndexOfAnyExcept(SoqlWords.NamePart) is var end && end < 0 ? text.Length : end, 1),
        };
        return text[..Math.Min(length, ShownCharacters)].ToString();
    }
}
