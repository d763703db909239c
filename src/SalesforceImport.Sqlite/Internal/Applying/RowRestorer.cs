using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Puts rows back that an earlier run removed, under their ids.</summary>
internal sealed class RowRestorer(Session session, KindLayout layout, SourcePlacer placer, Run run)
{
    private readonly string _insert =
        $"INSERT INTO {layout.Table} (id, org_id, salesforce_id, salesforce_object, _created_by, _leader_created, _match_email, _version"
        + $"{string.Concat(layout.Quoted.Select(column => ", " + column))}) "
        + $"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1{string.Concat(Enumerable.Range(Head + 1, layout.Columns.Count).Select(n => $", ?{n}"))})";

    private const int Head = 7;

    public void Restore(RestoreRow restore)
    {
        if (restore.Values.Count != layout.Columns.Count)
        {
            throw new InvalidOperationException($"{layout.Kind} has {layout.Columns.Count} properties; {restore.Values.Count} values were given.");
        }

        var insert = Bind(session.Get(_insert).Bind(1, restore.Id), restore);
        int result = insert.TryRun();
        if (result != raw.SQLITE_DONE)
        {
            throw result == raw.SQLITE_CONSTRAINT_UNIQUE && restore.Leader is { } clashing
                ? new SourceClashException(clashing.Key, layout.Kind)
                : session.Fault(result);
        }

        if (restore.Leader is { } leader)
        {
            placer.PlaceLeader(leader, restore.Id);
        }

        placer.Place(restore.OtherSources, restore.Id);
        HistoryTable.Put(session, run.Number, new() { RowId = restore.Id, Kind = layout.Kind, Restored = true });
    }

    private Statement Bind(Statement insert, RestoreRow restore)
    {
        if (restore.Leader is { } leader)
        {
            insert.Bind(2, leader.Key.Org).Bind(3, leader.Key.Id).Bind(4, leader.Object);
        }
        else
        {
            insert.BindNull(2).BindNull(3).BindNull(4);
        }

        _ = restore.CreatedByRun is { } creator && Run.Find(session, creator) is { } created ? insert.Bind(5, created.Number) : insert.BindNull(5);
        _ = restore.Leader?.CreatedDate is { } date ? insert.Bind(6, date.UtcTicks) : insert.BindNull(6);
        insert.Bind(7, restore.Leader is { Contributes: true } matched ? matched.Email : null);
        for (int i = 0; i < restore.Values.Count; i++)
        {
            insert.Bind(Head + 1 + i, restore.Values[i], layout.Types[i]);
        }

        return insert;
    }
}
