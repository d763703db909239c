namespace SalesforceImport.Emulator.Querying;

/// <summary>Runs of neighbouring rows: five million rows are one run. Any position is found by arithmetic.</summary>
internal sealed class RowRuns : RowSequence
{
    private readonly RowRun[] _runs;
    private readonly long[] _ends;
    private readonly bool _descending;

    /// <summary>Makes the sequence.</summary>
    /// <param name="runs">The runs in ascending order.</param>
    /// <param name="descending">Whether to go through them, and through each, from the end.</param>
    public RowRuns(IEnumerable<RowRun> runs, bool descending)
    {
        _runs = [.. runs];
        _descending = descending;
        if (descending)
        {
            Array.Reverse(_runs);
        }

        _ends = new long[_runs.Length];
        long end = 0;
        for (var i = 0; i < _runs.Length; i++)
        {
            end += _runs[i].Count;
            _ends[i] = end;
        }
    }

    public override long Count => _ends.Length == 0 ? 0 : _ends[^1];

    public override IEnumerable<long> From(long position)
    {
        var found = Array.BinarySearch(_ends, position);
        for (var i = found >= 0 ? found + 1 : ~found; i < _runs.Length; i++)
        {
            var (first, count) = _runs[i];
            for (var at = Math.Max(0, position - (_ends[i] - count)); at < count; at++)
            {
                yield return _descending ? first + count - 1 - at : first + at;
            }
        }
    }
}
