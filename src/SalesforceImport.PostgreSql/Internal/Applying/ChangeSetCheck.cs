namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What a change set rests on: versions of rows, and keys that were not there.</summary>
internal sealed class ChangeSetCheck(KindLayout layout, Ground ground, ChangeSet set)
{
    /// <summary>The rows that the change set names, as they stand, locked until the transaction ends.</summary>
    public Dictionary<long, RowFacts> Rows { get; } = [];

    /// <summary>
    /// The conflict there is; null when there is none. Records that the change set itself creates a row for can be left
    /// to the unique index, which sees them anyway.
    /// </summary>
    public async Task<ApplyResult?> FindAsync(Session session, bool leaveCreatedToIndex, CancellationToken cancellationToken)
    {
        Rows.Clear();
        var versions = Versions();
        HashSet<SalesforceId> left = leaveCreatedToIndex && ground.OnlyLeaders ? Created() : [];
        SalesforceId[] absent = [.. set.AbsentSources.Where(id => !left.Contains(id))];
        long[] restored = [.. set.Changes.OfType<RestoreRow>().Select(restore => restore.Id)];
        if (versions.Count + restored.Length + absent.Length + set.AbsentEmails.Count == 0)
        {
            return null;
        }

        var round = session.Round();
        if (versions.Count > 0)
        {
            RowFacts.Lock(round, layout, [.. versions.Keys], Rows);
        }

        var taken = new List<long>();
        if (restored.Length > 0)
        {
            round.Read($"SELECT id FROM {layout.Table} WHERE id = ANY ($1)", [restored], row => taken.Add(row.GetInt64(0)));
        }

        var lookup = new KeyLookup(layout, ground, set.Org);
        lookup.FindSources(round, absent);
        lookup.FindEmails(round, set.AbsentEmails, set.EmailsOfAnyOrg);
        await lookup.SendAsync(round, cancellationToken).ConfigureAwait(false);

        List<long> rows = [.. versions.Where(one => Rows.GetValueOrDefault(one.Key)?.Version != one.Value).Select(one => one.Key), .. taken];
        List<SalesforceId> sources = [.. absent.Where(id => lookup.KnownSources.ContainsKey(id) || lookup.ErasedSources.Contains(id))];
        List<string> emails = [.. set.AbsentEmails.Where(email => lookup.KnownEmails.Contains(email) || lookup.ErasedEmails.Contains(email))];
        return rows.Count + sources.Count + emails.Count > 0 ? ApplyResult.Conflict(rows, sources, emails) : null;
    }

    private Dictionary<long, long> Versions()
    {
        var versions = new Dictionary<long, long>();
        var changed = new HashSet<long>();
        foreach (var change in set.Changes)
        {
            var (id, version) = change switch
            {
                UpdateRow update => (update.Id, update.Version),
                RemoveRow remove => (remove.Id, remove.Version),
                RestoreRow restore => (restore.Id, (long?)null),
                _ => default,
            };
            if (change is not CreateRow && !changed.Add(id))
            {
                throw new InvalidOperationException($"{layout.Kind} row {id} is changed twice in change set {set.Sequence} of run '{set.Run}'.");
            }

            if (version is { } expected)
            {
                versions.Add(id, expected);
            }
        }

        return versions;
    }

    private HashSet<SalesforceId> Created()
    {
        var created = new HashSet<SalesforceId>();
        foreach (var change in set.Changes)
        {
            if (change is CreateRow { Leader.Key: var key } && key.Org == set.Org)
            {
                created.Add(key.Id);
            }
        }

        return created;
    }
}
