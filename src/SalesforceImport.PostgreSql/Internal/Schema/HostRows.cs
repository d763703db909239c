namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// How rows that the host made itself are found by e-mail. The server trims spaces and folds ASCII letters, the same in
/// every database; e-mails with anything else in them are kept apart by a second index and folded in .NET.
/// </summary>
internal static class HostRows
{
    private const string Own = "salesforce_id IS NULL";

    // An index takes no text of any length, and an e-mail is never longer; the whole is compared afterwards.
    private const int Indexed = 320;

    public static string Index(KindLayout layout) => $"CREATE INDEX {{0}} ON {layout.Table} ({Key(layout)}) WHERE {Own}";

    public static string OddIndex(KindLayout layout) => $"CREATE INDEX {{0}} ON {layout.Table} (id) WHERE {Own} AND {Odd(layout)}";

    /// <summary>Whether the kind has any.</summary>
    public static string Any(KindLayout layout) => layout.Email < 0 ? "false" : $"EXISTS (SELECT FROM {layout.Table} WHERE {Own})";

    /// <summary>Ids and folded e-mails of those whose e-mail is one of the first parameter's; the second has the keys of the same e-mails.</summary>
    public static string ByEmail(KindLayout layout) =>
        $"SELECT id, {Folded(layout)} FROM {layout.Table} WHERE {Own} AND {Key(layout)} = ANY ($2) AND {Folded(layout)} = ANY ($1)";

    /// <summary>What the index has of an e-mail.</summary>
    public static string Key(string email) => email.Length <= Indexed ? email : email[..(char.IsHighSurrogate(email[Indexed - 1]) ? Indexed - 1 : Indexed)];

    /// <summary>Ids and e-mails, as they are, of those that the server cannot fold.</summary>
    public static string OddOnes(KindLayout layout) => $"SELECT id, {Email(layout)}::text FROM {layout.Table} WHERE {Own} AND {Odd(layout)}";

    public static string Fold(string email) => email.Trim().ToLowerInvariant();

    private static string Email(KindLayout layout) => layout.Quoted[layout.Email];

    private static string Folded(KindLayout layout) => $"lower(btrim({Email(layout)}::text) COLLATE \"C\")";

    private static string Key(KindLayout layout) => $"left({Folded(layout)}, {Indexed})";

    // An e-mail for which the server's folding and .NET's could differ: one that holds more than printable ASCII.
    private static string Odd(KindLayout layout) => $"{Email(layout)}::text COLLATE \"C\" ~ '[^ -~]'";
}
