using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>Where a reader is in its step, and whether the org keeps to the order it was asked for.</summary>
internal sealed class StepCursor(StepCheckpoint from)
{
    private SalesforceId _last = from.IsOrdered ? from.After ?? default : default;
    private long _before = from.IsOrdered ? from.Records : 0;
    private long _ofQuery;
    private long? _totalOfQuery;

    public bool IsOrdered { get; private set; } = from.IsOrdered;

    /// <summary>The id to start behind; null from the start, and always once the org has not kept to the order.</summary>
    public SalesforceId? After => IsOrdered && !_last.IsEmpty ? _last : null;

    /// <summary>How many records the step has in all, as the org says; null before it has.</summary>
    public long? Returned => _totalOfQuery is { } total ? _before + total : null;

    /// <summary>Whether fewer records have come than the org says there are.</summary>
    public bool IsShort => Returned is { } all && _before + _ofQuery < all;

    public void StartQuery()
    {
        _before = IsOrdered ? _before + _ofQuery : 0;
        _ofQuery = 0;
        _totalOfQuery = null;
    }

    public void Pass(RecordBatch batch)
    {
        _totalOfQuery ??= batch.TotalSize;
        _ofQuery += batch.Count;
        for (int row = 0; row < batch.Count; row++)
        {
            // An id out of order is a page that came twice, or an org that does not order: the log tells which.
            var id = batch.IdAt(row);
            IsOrdered &= id > _last;
            _last = id > _last ? id : _last;
        }
    }
}
