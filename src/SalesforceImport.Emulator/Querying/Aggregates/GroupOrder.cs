using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>The order of the groups of a query: as asked, then by what they are grouped by.</summary>
internal sealed class GroupOrder : IComparer<AggregateGroup>
{
    private readonly List<AggregateColumn> _columns = [];
    private readonly List<(OrderItem Item, Func<AggregateGroup, SortKey> Value)> _keys = [];

    /// <summary>Reads the order of a query.</summary>
    /// <param name="binder">Its columns.</param>
    /// <param name="query">The query.</param>
    /// <param name="first">How many aggregates are computed before those that are only sorted by.</param>
    public GroupOrder(AggregateBinder binder, SoqlQuery query, int first)
    {
        foreach (var item in query.OrderBy)
        {
            if (item.Function is { } function)
            {
                var at = first + _columns.Count;
                _columns.Add(new AggregateColumn("", function, binder.BindAggregate(function, item.Field), -1));
                _keys.Add((item, group => group.Result(at)));
            }
            else
            {
                var at = binder.GroupOf(item.Field);
                _keys.Add((item, group => group.Key[at]));
            }
        }

        _keys.AddRange(query.GroupBy.Select((path, i) => (new OrderItem(path, false, false), (Func<AggregateGroup, SortKey>)(group => group.Key[i]))));
    }

    /// <summary>The aggregates that are only sorted by.</summary>
    public IReadOnlyList<AggregateColumn> Columns => _columns;

    public int Compare(AggregateGroup? x, AggregateGroup? y) =>
        _keys.Select(key => SortKey.Compare(key.Value(x!), key.Value(y!), key.Item)).FirstOrDefault(order => order != 0);
}
