namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// How rows that the host made itself are found by e-mail. SQLite trims spaces and folds ASCII letters only; e-mails with
/// anything else in them are kept apart by a second index and folded in .NET.
/// </summary>
internal static class HostRows
{
    private const string Own = "salesforce_id IS NULL";

    // An e-mail for which SQLite's folding and .NET's could differ: one that holds more than printable ASCII.
    private const string Odd = "GLOB '*[^ -~]*'";

    public static string CreateIndex(KindLayout layout) =>
        $"CREATE INDEX IF NOT EXISTS {layout.Table}_host_email ON {layout.Table} (lower(trim({Email(layout)}))) WHERE {Own}";

    public static string CreateOddIndex(KindLayout layout) =>
        $"CREATE INDEX IF NOT EXISTS {layout.Table}_host_email_odd ON {layout.Table} (id) WHERE {Own} AND {Email(layout)} {Odd}";

    public static bool Any(Session session, KindLayout layout) =>
        layout.Email >= 0
        && session.Get($"SELECT 1 FROM {layout.Table} INDEXED BY {layout.Table}_host_email WHERE {Own} LIMIT 1").Any();

    public static Statement ByEmail(Session session, KindLayout layout) =>
        session.Get($"SELECT id FROM {layout.Table} WHERE {Own} AND lower(trim({Email(layout)})) = ?1");

    public static List<(long Id, string Email)> OddOnes(Session session, KindLayout layout)
    {
        var found = new List<(long, string)>();
        using var rows = session.Get($"SELECT id, {Email(layout)} FROM {layout.Table} WHERE {Own} AND {Email(layout)} {Odd}");
        while (rows.Step())
        {
            found.Add((rows.Int64(0), Fold(rows.Text(1))));
        }

        return found;
    }

    public static string Fold(string email) => email.Trim().ToLowerInvariant();

    private static string Email(KindLayout layout) => layout.Quoted[layout.Email];
}
