namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Answers a <see cref="FindRequest"/>: three journeys to the server, all in one view of the database.</summary>
internal static class Finder
{
    public static async Task<FindResult> FindAsync(Session session, KindLayout layout, FindRequest request, CancellationToken cancellationToken)
    {
        Ground ground = null!;
        Run? run = null;
        var first = session.Round().Read($"SELECT {Run.Columns} FROM imports i WHERE i.id = $1", [request.Run], row => run = Run.Read(row));
        Ground.Read(first, layout, session.Address, found => ground = found);
        await first.SendAsync(cancellationToken).ConfigureAwait(false);

        var lookup = new KeyLookup(layout, ground, request.Org);
        if (request.Sources.Count + request.Emails.Count > 0)
        {
            var second = session.Round();
            lookup.FindSources(second, request.Sources);
            lookup.FindEmails(second, request.Emails, request.EmailsOfAnyOrg);
            await lookup.SendAsync(second, cancellationToken).ConfigureAwait(false);
        }

        lookup.Rows.UnionWith(request.Ids);
        return new()
        {
            Rows = await new RowReader(session, layout, ground).ReadAsync(lookup.Rows, run, request.WithRuns, cancellationToken).ConfigureAwait(false),
            Orphans = [.. lookup.Orphans.Values],
            ErasedSources = lookup.ErasedSources,
            ErasedEmails = lookup.ErasedEmails,
        };
    }
}
