using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>What LIMIT and OFFSET leave of the rows found.</summary>
internal static class Limits
{
    /// <summary>Plans with the number of rows that are enough, and cuts off the rest.</summary>
    public static RowSequence Apply(SoqlQuery query, Func<long, RowSequence> plan)
    {
        var offset = query.Offset ?? 0L;
        var limit = query.Limit ?? long.MaxValue;
        var rows = plan(limit == long.MaxValue ? limit : offset + limit);
        return offset == 0 && limit == long.MaxValue ? rows : new Slice(rows, offset, limit);
    }
}
