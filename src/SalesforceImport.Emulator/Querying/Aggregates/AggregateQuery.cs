using System.Text.Json;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>A query with aggregates, grouped or over all rows.</summary>
internal sealed class AggregateQuery
{
    private const int MostGroups = 2000;

    private readonly QueryContext _context;
    private readonly ObjectTable _table;
    private readonly SoqlQuery _query;
    private readonly AggregateBinder _binder;
    private readonly HavingFilter _having;
    private readonly GroupOrder _order;
    private readonly AggregateColumn[] _aggregates;

    public AggregateQuery(QueryContext context, ObjectDefinition definition, SoqlQuery query)
    {
        _context = context;
        _table = context.Snapshot.Tables[definition];
        _query = query;
        _binder = new AggregateBinder(context, definition, query);
        _having = new HavingFilter(context, _binder, query.Having);
        AggregateColumn[] shown = [.. _binder.Columns.Where(column => column.Function is not null), .. _having.Columns];
        _order = new GroupOrder(_binder, query, shown.Length);
        _aggregates = [.. shown, .. _order.Columns];
    }

    public AggregateResult Run()
    {
        var rows = new RowPlanner(_context, _table.Definition).Plan(_query.Where);
        var groups = _query.GroupBy.Count == 0 ? [WholeTable(rows)] : Grouped(rows);
        var found = groups.Where(_having.Test).ToList();
        found.Sort(_order);
        var kept = found.Skip(_query.Offset ?? 0).Take(_query.Limit ?? int.MaxValue).ToList();
        if (kept.Count > MostGroups)
        {
            throw new SoqlException("EXCEEDED_ID_LIMIT", "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }

        return new AggregateResult([.. _binder.Columns.Select(column => JsonEncodedText.Encode(column.Name))], [.. kept.Select(Values)]);
    }

    private AggregateGroup WholeTable(RowSequence rows)
    {
        var group = new AggregateGroup([], _aggregates);
        if (_aggregates.All(IsRowCount))
        {
            group.CountOnly(rows.Count);
        }
        else
        {
            var (reader, cell) = (new RowReader(_context.Snapshot, _table), new Cell());
            foreach (var row in rows.From(0))
            {
                _context.Clock.CountRow();
                group.Add(reader.MoveTo(row), cell);
            }
        }

        return group;
    }

    private List<AggregateGroup> Grouped(RowSequence rows)
    {
        if (rows.Count > QueryClock.MostRowsInMemory)
        {
            throw QueryClock.Timeout();
        }

        var groups = new Dictionary<SortKey[], AggregateGroup>(GroupKeyComparer.Instance);
        var (reader, cell) = (new RowReader(_context.Snapshot, _table), new Cell());
        foreach (var row in rows.From(0))
        {
            _context.Clock.CountRow();
            reader.MoveTo(row);
            var key = new SortKey[_binder.Groups.Count];
            for (var i = 0; i < key.Length; i++)
            {
                _binder.Groups[i].Read(reader, cell);
                key[i] = SortKey.Of(cell);
            }

            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new AggregateGroup(key, _aggregates);
            }

            group.Add(reader, cell);
        }

        return [.. groups.Values];
    }

    // COUNT() and COUNT of a field that is never null need no look at the rows.
    private static bool IsRowCount(AggregateColumn column) =>
        column.Function == "COUNT" && (column.Path is null || (column.Path.IsOwn && !column.Path.Field.Has(FieldFlag.Nillable)));

    private SortKey[] Values(AggregateGroup group)
    {
        var next = 0;
        return [.. _binder.Columns.Select(column => column.Function is null ? group.Key[column.Group] : group.Result(next++))];
    }
}
