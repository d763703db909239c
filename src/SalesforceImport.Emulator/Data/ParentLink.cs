namespace SalesforceImport.Emulator.Data;

/// <summary>
/// Which parent each child belongs to, by arithmetic, both ways. Where there are parents enough, one child in four goes to one
/// of the first eighth of them, so that some parents have many children and most have a few.
/// </summary>
internal sealed class ParentLink
{
    private const int HubShare = 4;
    private const int HubFraction = 8;
    private const int FewestParentsWithHubs = 16;

    private readonly AffineMap _main;
    private readonly AffineMap? _hubs;

    public ParentLink(long parents, ulong seed, uint salt)
    {
        _main = new AffineMap(parents, seed, salt);
        _hubs = parents >= FewestParentsWithHubs ? new AffineMap(parents / HubFraction, seed, salt + 1) : null;
    }

    /// <summary>How many parents there are; nothing may be asked where there are none.</summary>
    public long Parents => _main.Size;

    /// <summary>The parent of a child.</summary>
    public long ParentOf(long child) =>
        _hubs is not null && child % HubShare == 0 ? _hubs[child / HubShare] : _main[child];

    /// <summary>The children of a parent among the first <paramref name="children"/>, in no particular order.</summary>
    public IEnumerable<long> ChildrenOf(long parent, long children)
    {
        for (var child = _main.Undo(parent); child < children; child += _main.Size)
        {
            if (_hubs is null || child % HubShare != 0)
            {
                yield return child;
            }
        }

        if (_hubs is null || parent >= _hubs.Size)
        {
            yield break;
        }

        for (var child = _hubs.Undo(parent) * HubShare; child < children; child += _hubs.Size * HubShare)
        {
            yield return child;
        }
    }
}
