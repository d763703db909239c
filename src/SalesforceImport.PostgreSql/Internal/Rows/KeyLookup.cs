namespace SalesforceImport.PostgreSql.Internal;

/// <summary>From keys to rows, orphans and erasures, all keys of a batch in one journey to the server.</summary>
internal sealed class KeyLookup(KindLayout layout, Ground ground, SalesforceId org)
{
    private readonly Dictionary<string, string> _askedEmails = new(StringComparer.Ordinal);
    private readonly List<(long Row, string Email)> _oddHostRows = [];

    public HashSet<long> Rows { get; } = [];

    public Dictionary<SourceKey, StoredSource> Orphans { get; } = [];

    /// <summary>Ids that are a row's, a link's or an orphan's, each with the row; 0 for an orphan. Ids that were not asked for may be among them.</summary>
    public Dictionary<SalesforceId, long> KnownSources { get; } = [];

    public HashSet<string> KnownEmails { get; } = new(StringComparer.Ordinal);

    public HashSet<SalesforceId> ErasedSources { get; } = [];

    public HashSet<string> ErasedEmails { get; } = new(StringComparer.Ordinal);

    public void FindSources(Round round, IReadOnlyCollection<SalesforceId> sources)
    {
        if (sources.Count == 0)
        {
            return;
        }

        string[] ids = [.. sources.Select(id => id.ToString())];
        round.Read(
            $"SELECT id, salesforce_id FROM {layout.Table} WHERE org_id = $1 AND salesforce_id = ANY ($2)",
            [org, ids],
            row => Know(row.GetInt64(0), row.Id(1)));
        if (ground.AnySources)
        {
            SourceTable.FindRows(round, layout, org, ids, (row, id, link) => Know(row, id, link));
            SourceTable.FindOrphans(round, layout, org, ids, Know);
        }

        if (ground.AnyErasedSources)
        {
            round.Read(
                "SELECT salesforce_id FROM import_erasures WHERE kind = $1 AND org_id = $2 AND salesforce_id = ANY ($3)",
                [layout.Name, org, ids],
                row => ErasedSources.Add(row.Id(0)));
        }
    }

    public void FindEmails(Round round, IReadOnlyCollection<string> emails, bool ofAnyOrg)
    {
        if (emails.Count == 0)
        {
            return;
        }

        string[] kept = [.. emails.Select(Keep)];
        round.Read(
            $"SELECT id, _match_email FROM {layout.Table} WHERE _match_email = ANY ($1){(ofAnyOrg ? "" : " AND org_id = $2")}",
            ofAnyOrg ? [kept] : [kept, org],
            row => Know(row.GetInt64(0), row.GetString(1)));
        if (ground.AnySources)
        {
            SourceTable.FindByEmail(round, layout, ofAnyOrg ? null : org, kept, Know);
        }

        if (ground.AnyHostRows)
        {
            round.Read(HostRows.ByEmail(layout), [kept, kept.Select(HostRows.Key).ToArray()], row => Know(row.GetInt64(0), row.GetString(1)));
            round.Read(HostRows.OddOnes(layout), [], row => _oddHostRows.Add((row.GetInt64(0), HostRows.Fold(NulText.Decode(row.GetString(1))!))));
        }

        if (ground.AnyErasedEmails)
        {
            var byHash = emails.Distinct().ToDictionary(email => Convert.ToHexString(ground.Hash(email)), StringComparer.Ordinal);
            round.Read(
                "SELECT hash FROM import_erased_emails WHERE kind = $1 AND hash = ANY ($2)",
                [layout.Name, byHash.Keys.Select(Convert.FromHexString).ToArray()],
                row => ErasedEmails.Add(byHash[Convert.ToHexString(row.GetFieldValue<byte[]>(0))]));
        }
    }

    public async Task SendAsync(Round round, CancellationToken cancellationToken)
    {
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        var asked = new HashSet<string>(_askedEmails.Values, StringComparer.Ordinal);
        foreach (var (row, email) in _oddHostRows)
        {
            if (asked.Contains(email))
            {
                Rows.Add(row);
                KnownEmails.Add(email);
            }
        }
    }

    private string Keep(string email)
    {
        string kept = NulText.Encode(email)!;
        _askedEmails[kept] = email;
        return kept;
    }

    private void Know(long row, SalesforceId id, SalesforceId? link = null)
    {
        Rows.Add(row);
        KnownSources[id] = row;
        if (link is { } target)
        {
            KnownSources.TryAdd(target, row);
        }
    }

    private void Know(StoredSource orphan)
    {
        Orphans[orphan.Key] = orphan;
        KnownSources.TryAdd(orphan.Key.Id, 0);
        if (orphan.LinkedTo is { } target)
        {
            KnownSources.TryAdd(target, 0);
        }
    }

    private void Know(long row, string kept)
    {
        Rows.Add(row);
        KnownEmails.Add(_askedEmails[kept]);
    }
}
