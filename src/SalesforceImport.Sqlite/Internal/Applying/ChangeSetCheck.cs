namespace SalesforceImport.Sqlite.Internal;

/// <summary>What a change set rests on: versions of rows, and keys that were not there.</summary>
internal sealed class ChangeSetCheck(Session session, KindLayout layout, ChangeSet set)
{
    /// <summary>The rows that the change set names, as they stand.</summary>
    public Dictionary<long, RowFacts> Rows { get; } = [];

    /// <summary>
    /// The conflict there is; null when there is none. Records that the change set itself creates a row for can be left
    /// to the unique index, which sees them anyway.
    /// </summary>
    public ApplyResult? Find(SourceTable sources, bool leaveCreatedToIndex)
    {
        Rows.Clear();
        var lookup = new KeyLookup(session, layout, sources);
        var rows = MovedRows();
        bool indexSeesCreated = set.AbsentSincePrevious ? !lookup.AnyErasedSource : lookup.OnlyLeaders;
        var appeared = AppearedSources(lookup, leaveCreatedToIndex && indexSeesCreated ? Created() : []);
        var emails = AppearedEmails(lookup);
        return rows.Count + appeared.Count + emails.Count > 0 ? ApplyResult.Conflict(rows, appeared, emails) : null;
    }

    private List<long> MovedRows()
    {
        var moved = new List<long>();
        foreach (var change in set.Changes)
        {
            switch (change)
            {
                case UpdateRow update:
                    Verify(update.Id, update.Version, moved);
                    break;
                case RemoveRow remove:
                    Verify(remove.Id, remove.Version, moved);
                    break;
                case RestoreRow restore when RowFacts.Read(session, layout, restore.Id) is not null:
                    moved.Add(restore.Id);
                    break;
            }
        }

        return moved;
    }

    private void Verify(long id, long version, List<long> moved)
    {
        if (RowFacts.Read(session, layout, id) is not { } facts || facts.Version != version)
        {
            moved.Add(id);
        }
        else if (!Rows.TryAdd(id, facts))
        {
            throw new InvalidOperationException($"{layout.Kind} row {id} is changed twice in change set {set.Sequence} of run '{set.Run}'.");
        }
    }

    private List<SalesforceId> AppearedSources(KeyLookup lookup, HashSet<SalesforceId> left)
    {
        var appeared = new List<SalesforceId>();
        foreach (var id in set.AbsentSources)
        {
            var key = new SourceKey(set.Org, id);
            if (!left.Contains(id) && (set.AbsentSincePrevious ? lookup.OthersPut(key) : lookup.Knows(key)))
            {
                appeared.Add(id);
            }
        }

        return appeared;
    }

    private List<string> AppearedEmails(KeyLookup lookup)
    {
        var appeared = new List<string>();
        if (set.AbsentSincePrevious && !lookup.OthersMayPutEmails)
        {
            return appeared;
        }

        var scratch = new HashSet<long>();
        foreach (string email in set.AbsentEmails)
        {
            if (set.AbsentSincePrevious ? lookup.OthersPut(email, scratch) : lookup.Knows(email, set.EmailsOfAnyOrg ? null : set.Org, scratch))
            {
                appeared.Add(email);
            }
        }

        return appeared;
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
