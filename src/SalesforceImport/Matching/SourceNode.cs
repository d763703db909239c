using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>A record in the graph of one batch: as it stands now, with where it stood before.</summary>
internal sealed class SourceNode
{
    private SourceNode(SourceKey key, string sObject)
    {
        Key = key;
        Object = sObject;
    }

    public SourceKey Key { get; }

    public string Object { get; }

    public DateTimeOffset? CreatedDate { get; private set; }

    public string? Email { get; private set; }

    public SalesforceId? LinkedTo { get; private set; }

    public bool Contributes { get; private set; }

    /// <summary>The values it says; null for one that feeds nothing and never did.</summary>
    public IReadOnlyList<FieldValue>? Values { get; private set; }

    /// <summary>The row it belonged to before this batch.</summary>
    public StoredRow? Row { get; private init; }

    /// <summary>What the store keeps of it.</summary>
    public StoredSource? Stored { get; private init; }

    /// <summary>Why it feeds nothing, if it does not and this batch read it.</summary>
    public RecordReason LeftOut { get; private set; }

    /// <summary>Whether this batch read it.</summary>
    public bool IsIncoming { get; private set; }

    /// <summary>The link of the disjoint-set forest that joins records into groups.</summary>
    public SourceNode? Parent { get; set; }

    public bool LedItsRow => Row?.Leader == Key;

    public static SourceNode From(StoredSource stored, StoredRow? row) => new(stored.Key, stored.Object)
    {
        CreatedDate = stored.CreatedDate,
        Email = stored.Email,
        LinkedTo = stored.LinkedTo,
        Contributes = stored.Contributes,
        Values = stored.Values ?? (row?.Leader == stored.Key ? row.Values : null),
        Row = row,
        Stored = stored,
    };

    public static SourceNode From(IncomingRecord record)
    {
        var node = new SourceNode(record.Key, record.Object);
        node.Read(record);
        return node;
    }

    /// <summary>Takes over what the org says now.</summary>
    public void Read(IncomingRecord record)
    {
        CreatedDate = record.CreatedDate;
        Email = record.Email;
        LinkedTo = record.LinkedTo;
        Contributes = record.Contributes;
        Values = record.Contributes ? record.Values : Values;
        LeftOut = record.LeftOut;
        IsIncoming = true;
    }

    public SourceNode Root()
    {
        var root = this;
        while (root.Parent is { } parent)
        {
            root.Parent = parent.Parent ?? parent;
            root = parent;
        }

        return root;
    }

    public void Join(SourceNode other)
    {
        var (left, right) = (Root(), other.Root());
        if (!ReferenceEquals(left, right))
        {
            right.Parent = left;
        }
    }

    /// <summary>What the store is to keep of it.</summary>
    /// <param name="ownValues">Whether its values are the row's own, so that none are kept beside it.</param>
    public StoredSource ToStored(bool ownValues) => new()
    {
        Key = Key,
        Object = Object,
        CreatedDate = CreatedDate,
        Email = Email,
        LinkedTo = LinkedTo,
        Contributes = Contributes,
        Values = ownValues ? null : Values,
    };

    /// <summary>Whether the store keeps exactly that already.</summary>
    public bool IsStoredAs(StoredSource wanted) =>
        Stored is { } stored
        && stored.CreatedDate == wanted.CreatedDate
        && stored.Email == wanted.Email
        && stored.LinkedTo == wanted.LinkedTo
        && stored.Contributes == wanted.Contributes
        && (stored.Values is null == wanted.Values is null)
        && (stored.Values is null || stored.Values.SequenceEqual(wanted.Values!));
}
