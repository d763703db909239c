namespace SalesforceImport.Sqlite.Internal;

/// <summary>Answers a <see cref="FindRequest"/>: point lookups on kept statements, all in one view of the database.</summary>
internal static class Finder
{
    public static FindResult Find(Session session, KindLayout layout, FindRequest request)
    {
        var sources = new SourceTable(session, layout);
        var lookup = new KeyLookup(session, layout, sources);
        var ids = new HashSet<long>(request.Ids);
        var orphans = new Dictionary<SourceKey, StoredSource>();
        var erasedSources = new HashSet<SalesforceId>();
        foreach (var id in request.Sources)
        {
            var key = new SourceKey(request.Org, id);
            lookup.FindSource(key, ids, orphans);
            if (lookup.IsErased(key))
            {
                erasedSources.Add(id);
            }
        }

        var erasedEmails = new HashSet<string>(StringComparer.Ordinal);
        foreach (string email in request.Emails)
        {
            lookup.FindEmail(email, request.EmailsOfAnyOrg ? null : request.Org, ids);
            if (lookup.IsErased(email))
            {
                erasedEmails.Add(email);
            }
        }

        return new()
        {
            Rows = ReadRows(new(session, layout, sources), ids, Run.Find(session, request.Run), request.WithRuns),
            Orphans = [.. orphans.Values],
            ErasedSources = erasedSources,
            ErasedEmails = erasedEmails,
        };
    }

    private static List<StoredRow> ReadRows(RowReader reader, HashSet<long> ids, Run? run, bool withRuns)
    {
        var rows = new List<StoredRow>(ids.Count);
        foreach (long id in ids.Order())
        {
            if (reader.Read(id, run, withRuns) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
