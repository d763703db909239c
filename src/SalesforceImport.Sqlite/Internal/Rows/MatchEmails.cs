namespace SalesforceImport.Sqlite.Internal;

/// <summary>Finds the rows whose leading record has an e-mail: by the index or, while a first import does without, by hash.</summary>
internal sealed class MatchEmails(Session session, KindLayout layout)
{
    private readonly LooseEmails? _loose = session.Loose(layout.Kind);
    private readonly List<long> _candidates = [];

    public static string CreateIndex(RecordKind kind) =>
        $"CREATE INDEX IF NOT EXISTS {kind.Table()}_match_email ON {kind.Table()} (_match_email) WHERE _match_email IS NOT NULL";

    public static string DropIndex(RecordKind kind) => $"DROP INDEX IF EXISTS {kind.Table()}_match_email";

    public void Find(string email, SalesforceId? org, HashSet<long> rows)
    {
        if (_loose is not null)
        {
            FindLoose(_loose, email, org, rows);
            return;
        }

        using var found = org is { } id
            ? session.Get($"SELECT id FROM {layout.Table} WHERE _match_email = ?1 AND +org_id = ?2").Bind(1, email).Bind(2, id)
            : session.Get($"SELECT id FROM {layout.Table} WHERE _match_email = ?1").Bind(1, email);
        while (found.Step())
        {
            rows.Add(found.Int64(0));
        }
    }

    // A hash says where to look, the row says what is there.
    private void FindLoose(LooseEmails loose, string email, SalesforceId? org, HashSet<long> rows)
    {
        _candidates.Clear();
        loose.Find(email, _candidates);
        foreach (long candidate in _candidates)
        {
            var row = session.Get($"SELECT 1 FROM {layout.Table} WHERE id = ?1 AND _match_email = ?2 AND (?3 IS NULL OR org_id = ?3)");
            row.Bind(1, candidate).Bind(2, email);
            if ((org is { } id ? row.Bind(3, id) : row.BindNull(3)).Any())
            {
                rows.Add(candidate);
            }
        }
    }
}
