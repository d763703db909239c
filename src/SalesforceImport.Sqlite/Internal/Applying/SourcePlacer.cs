namespace SalesforceImport.Sqlite.Internal;

/// <summary>Gives sources to rows, and sees to it that none belongs to two.</summary>
internal sealed class SourcePlacer(Session session, KindLayout layout, SourceTable sources, ChangeSet set)
{
    private readonly IReadOnlySet<SalesforceId>? _absent = set.AbsentSincePrevious
        ? set.AbsentSources as IReadOnlySet<SalesforceId> ?? set.AbsentSources.ToHashSet()
        : null;

    private readonly LooseEmails? _loose = session.Loose(layout.Kind);
    private readonly string _byLeader = $"SELECT id FROM {layout.Table} WHERE org_id = ?1 AND salesforce_id = ?2";

    /// <summary>Keeps beside the row what the row's own columns do not hold of its leader.</summary>
    public void PlaceLeader(StoredSource leader, long row)
    {
        if (_loose is not null && leader is { Contributes: true, Email: { } email })
        {
            _loose.Add(email, row);
        }

        bool plain = SourceTable.IsPlain(leader);
        if (plain && HasNoEntry(leader.Key))
        {
            return;
        }

        RefuseOtherOwner(leader.Key, row);
        if (plain)
        {
            sources.Drop(leader.Key);
        }
        else
        {
            sources.Put(leader, row);
        }
    }

    public void Place(IReadOnlyList<StoredSource> others, long row)
    {
        for (int i = 0; i < others.Count; i++)
        {
            RefuseOtherOwner(others[i].Key, row);
            RefuseOtherLeader(others[i].Key, row);
            sources.Put(others[i], row);
        }
    }

    public void PlaceOrphan(StoredSource orphan)
    {
        RefuseOtherOwner(orphan.Key, row: 0);
        RefuseOtherLeader(orphan.Key, row: 0);
        sources.Put(orphan, row: null);
    }

    // Only the holder of the lease puts entries: this set has, or none was there when the key was looked up.
    private bool HasNoEntry(SourceKey key) =>
        !sources.Any || (_absent is not null && key.Org == set.Org && _absent.Contains(key.Id) && !sources.HasPut(key));

    private void RefuseOtherOwner(SourceKey key, long row)
    {
        if (sources.Owner(key) is { } owner && owner != row)
        {
            throw new SourceClashException(key, layout.Kind);
        }
    }

    private void RefuseOtherLeader(SourceKey key, long row)
    {
        if (session.Get(_byLeader).Bind(1, key.Org).Bind(2, key.Id).Number() is { } led && led != row)
        {
            throw new SourceClashException(key, layout.Kind);
        }
    }
}
