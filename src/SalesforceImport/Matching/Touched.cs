using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>Which records of a batch have anything to do with another record or row.</summary>
internal sealed class Touched
{
    private readonly HashSet<SalesforceId> _ids = [];
    private readonly HashSet<string> _emails = [];

    private Touched()
    {
    }

    public static Touched By(IReadOnlyList<IncomingRecord> records, FindResult found, KindSchema schema)
    {
        var touched = new Touched();
        foreach (var row in found.Rows)
        {
            foreach (var source in row.Sources)
            {
                touched.Add(source);
            }

            if (row.Sources.Count == 0 && schema.EmailIndex >= 0 && EmailKey.Of(row.Values[schema.EmailIndex]) is { } email)
            {
                touched._emails.Add(email);
            }
        }

        foreach (var orphan in found.Orphans)
        {
            touched.Add(orphan);
        }

        var seen = new HashSet<string>(records.Count);
        foreach (var record in records)
        {
            if (record.Email is { } email && !seen.Add(email))
            {
                touched._emails.Add(email);
            }

            if (record.LinkedTo is { } target)
            {
                touched._ids.Add(target);
            }
        }

        return touched;
    }

    public bool Contains(IncomingRecord record) =>
        !record.Contributes
        || record.LinkedTo is not null
        || _ids.Contains(record.Key.Id)
        || (record.Email is { } email && _emails.Contains(email));

    private void Add(StoredSource source)
    {
        _ids.Add(source.Key.Id);
        if (source.LinkedTo is { } target)
        {
            _ids.Add(target);
        }

        if (source.Email is { } email)
        {
            _emails.Add(email);
        }
    }
}
