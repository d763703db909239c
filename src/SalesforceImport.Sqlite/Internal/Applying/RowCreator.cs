using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Creates rows: the path that a first import spends its time on. One statement is bound and run for each row; what is
/// the same from row to row stays bound.
/// </summary>
internal sealed class RowCreator
{
    private readonly Session _session;
    private readonly KindLayout _layout;
    private readonly SourcePlacer _placer;
    private readonly Statement _insert;
    private SalesforceId _boundOrg;
    private string? _boundObject;

    public RowCreator(Session session, KindLayout layout, SourcePlacer placer, Run run)
    {
        _session = session;
        _layout = layout;
        _placer = placer;
        _insert = session.Get(layout.InsertRow).Bind(4, run.Number);
    }

    /// <summary>The first row created; 0 before there is one.</summary>
    public long First { get; private set; }

    /// <summary>The last row created.</summary>
    public long Last { get; private set; }

    public void Create(CreateRow create)
    {
        if (create.Values.Count != _layout.Columns.Count)
        {
            throw new InvalidOperationException($"{_layout.Kind} has {_layout.Columns.Count} properties; {create.Values.Count} values were given.");
        }

        BindLeader(create.Leader);
        BindValues(create.Values);
        int result = _insert.TryRun();
        if (result == raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            throw new SourceClashException(create.Leader.Key, _layout.Kind);
        }

        if (result != raw.SQLITE_DONE)
        {
            throw _session.Fault(result);
        }

        Last = _session.LastInsertId;
        First = First == 0 ? Last : First;
        _placer.PlaceLeader(create.Leader, Last);
        _placer.Place(create.OtherSources, Last);
    }

    private void BindLeader(StoredSource leader)
    {
        if (leader.Key.Org != _boundOrg)
        {
            _boundOrg = leader.Key.Org;
            _insert.Bind(1, _boundOrg);
        }

        if (!ReferenceEquals(leader.Object, _boundObject))
        {
            _boundObject = leader.Object;
            _insert.Bind(3, _boundObject);
        }

        _insert.Bind(2, leader.Key.Id);
        _ = leader.CreatedDate is { } created ? _insert.Bind(5, created.UtcTicks) : _insert.BindNull(5);
        _insert.Bind(6, leader.Contributes ? leader.Email : null);
    }

    private void BindValues(IReadOnlyList<FieldValue> values)
    {
        var types = _layout.Types;
        if (values is FieldValue[] array)
        {
            for (int i = 0; i < array.Length; i++)
            {
                _insert.Bind(KindLayout.InsertHead + 1 + i, array[i], types[i]);
            }

            return;
        }

        for (int i = 0; i < types.Length; i++)
        {
            _insert.Bind(KindLayout.InsertHead + 1 + i, values[i], types[i]);
        }
    }
}
