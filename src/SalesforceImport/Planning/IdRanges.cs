namespace SalesforceImport.Planning;

/// <summary>The ranges of ids that a step is read in, one after the other: one at first, more where it has to be split. Not thread-safe.</summary>
internal sealed class IdRanges
{
    private readonly Stack<IdRange> _ahead = new([default]);

    public IdRange Current => _ahead.Peek();

    public bool IsLast => _ahead.Count == 1;

    /// <summary>Goes to the next range; false when there is none.</summary>
    public bool MoveNext()
    {
        _ahead.Pop();
        return _ahead.Count > 0;
    }

    /// <summary>Splits what is left of the present range behind an id in two.</summary>
    public void Split(SalesforceId? after, SalesforceId middle)
    {
        var range = _ahead.Pop().Behind(after);
        _ahead.Push(new(middle, range.UpTo));
        _ahead.Push(new(range.After, middle));
    }
}
