namespace SalesforceImport.Emulator.Querying;

/// <summary>Some of a sequence's rows: what OFFSET and LIMIT leave.</summary>
internal sealed class Slice(RowSequence source, long offset, long limit) : RowSequence
{
    public override long Count => Math.Min(limit, Math.Max(0, source.Count - offset));

    public override IEnumerable<long> From(long position)
    {
        var left = Count - position;
        foreach (var row in left > 0 ? source.From(offset + position) : [])
        {
            yield return row;
            if (--left == 0)
            {
                yield break;
            }
        }
    }
}
