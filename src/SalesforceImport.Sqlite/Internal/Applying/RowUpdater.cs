using System.Globalization;
using System.Text;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Updates rows: the named properties, the leader, the sources, the run's history and list.</summary>
internal sealed class RowUpdater(Session session, KindLayout layout, SourceTable sources, SourcePlacer placer, Run run)
{
    private readonly StringBuilder _text = new();

    /// <summary>
    /// What goes before anything is put: dropped sources, and leaders that change, so that two rows can swap theirs without
    /// meeting in the unique index.
    /// </summary>
    public void Drop(UpdateRow update, RowFacts facts)
    {
        foreach (var key in update.DroppedSources)
        {
            sources.DropOf(key, update.Id);
        }

        bool leaves = facts.Leader is { } leader
            && (update.Leader is null ? update.DroppedSources.Contains(leader.Key) : update.Leader.Key != leader.Key);
        if (leaves)
        {
            session.Get(
                $"UPDATE {layout.Table} SET org_id = NULL, salesforce_id = NULL, salesforce_object = NULL, _leader_created = NULL, _match_email = NULL, "
                + "_version = _version + 1 WHERE id = ?1").Bind(1, update.Id).Run();
            KeepFormerLeader(update, facts.Leader!);
        }
    }

    public void Update(UpdateRow update, RowFacts facts)
    {
        var statement = session.Get(Sql(update));
        int index = 2;
        foreach (var change in update.Properties)
        {
            statement.Bind(index++, change.After, layout.Types[change.Property]);
        }

        BindLeader(statement, update.Leader, index);
        int result = statement.Bind(1, update.Id).TryRun();
        if (result != raw.SQLITE_DONE)
        {
            throw result == raw.SQLITE_CONSTRAINT_UNIQUE && update.Leader is { } led
                ? new SourceClashException(led.Key, layout.Kind)
                : session.Fault(result);
        }

        if (update.Leader is { } leader)
        {
            placer.PlaceLeader(leader, update.Id);
        }

        placer.Place(update.PutSources, update.Id);
        if (facts.CreatedBy != run.Number)
        {
            Remember(update);
        }
    }

    private void Remember(UpdateRow update)
    {
        if (update.ChangesOfRun.Count > 0 || run.HasHistory)
        {
            HistoryTable.Put(session, run.Number, new()
            {
                RowId = update.Id,
                Kind = layout.Kind,
                Changes = [.. update.ChangesOfRun.Select(change =>
                    new HistoryChange(layout.Schema.Properties[change.Property].Name, change.Before, change.After))],
            });
        }

        if (update.AddToList)
        {
            ListTable.Add(session, run.Number, layout.Kind, update.Id);
        }
    }

    // Until it is dropped, a former leader stays with the row.
    private void KeepFormerLeader(UpdateRow update, StoredSource former)
    {
        if (!update.DroppedSources.Contains(former.Key)
            && !update.PutSources.Any(source => source.Key == former.Key)
            && sources.Owner(former.Key) is null)
        {
            sources.Put(former, update.Id);
        }
    }

    private string Sql(UpdateRow update)
    {
        int parameter = 1;
        _text.Clear().Append("UPDATE ").Append(layout.Table).Append(" SET _version = _version + 1");
        foreach (var change in update.Properties)
        {
            _text.Append(CultureInfo.InvariantCulture, $", {layout.Quoted[change.Property]} = ?{++parameter}");
        }

        if (update.Leader is not null)
        {
            foreach (string column in (ReadOnlySpan<string>)["org_id", "salesforce_id", "salesforce_object", "_leader_created", "_match_email"])
            {
                _text.Append(CultureInfo.InvariantCulture, $", {column} = ?{++parameter}");
            }
        }

        return _text.Append(" WHERE id = ?1").ToString();
    }

    private static void BindLeader(Statement statement, StoredSource? leader, int index)
    {
        if (leader is null)
        {
            return;
        }

        statement.Bind(index, leader.Key.Org).Bind(index + 1, leader.Key.Id).Bind(index + 2, leader.Object);
        _ = leader.CreatedDate is { } created ? statement.Bind(index + 3, created.UtcTicks) : statement.BindNull(index + 3);
        statement.Bind(index + 4, leader.Contributes ? leader.Email : null);
    }
}
