using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Erases a row and all that speaks of it, in the caller's transaction; what stays is enough not to import it again.</summary>
internal sealed class Eraser(CrmContext context, RecordKind kind)
{
    public async Task<bool> ForgetAsync(long id, CancellationToken cancellationToken)
    {
        if (await context.Rows(kind).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
        {
            return false;
        }

        var sources = await context.ImportSources.AsNoTracking().Where(source => source.Kind == kind && source.RowId == id).ToListAsync(cancellationToken);
        await new Erasures(context, kind).AddAsync(
            sources.Select(source => (source.Org, source.Id)),
            sources.Select(source => source.Email).Append(row.EmailKey).OfType<string>(),
            cancellationToken);
        foreach (var ofOrg in sources.GroupBy(source => source.Org, source => source.Id))
        {
            await DropLinksAsync(ofOrg.Key, [.. ofOrg], cancellationToken);
        }

        await DropHistoryAsync(id, [.. sources.Select(source => (source.Org, source.Id))], cancellationToken);
        // What the application itself has written about the person is the person's too.
        context.RemoveRange(await context.Notes.Where(note => kind == RecordKind.Contact && note.CustomerId == id).ToListAsync(cancellationToken));
        context.Remove((object)row);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task DropLinksAsync(string org, string[] ids, CancellationToken cancellationToken)
    {
        await context.ImportLinks
            .Where(link => link.Org == org && (ids.Contains(link.From) || ids.Contains(link.To))).ExecuteDeleteAsync(cancellationToken);
        await context.ImportLinkHistory
            .Where(link => link.Org == org && (ids.Contains(link.From) || ids.Contains(link.To))).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The history of the row, of the rows that were merged into it, and of those that its records have left.</summary>
    private async Task DropHistoryAsync(long id, HashSet<(string Org, string Id)> records, CancellationToken cancellationToken)
    {
        var history = await (
            from entry in context.ImportHistory
            join run in context.ImportRuns on entry.Run equals run.Run
            where entry.Kind == kind
            orderby run.StartedAt descending, run.Number descending
            select entry).ToListAsync(cancellationToken);
        var person = new HashSet<long> { id };
        while (history.Any(entry => entry.MergedInto is { } into && person.Contains(into) && person.Add(entry.RowId)))
        {
            // Until no further row was merged into one of them.
        }

        // What a row held until one of the records left it was, in part, that record's values.
        var left = new HashSet<long>();
        foreach (var ofRun in history.GroupBy(entry => entry.Run))
        {
            left.UnionWith(ofRun.Where(entry => entry.ReadSources().Any(source => records.Contains((source.Org, source.Id)))).Select(entry => entry.RowId));
            context.ImportHistory.RemoveRange(ofRun.Where(entry => left.Contains(entry.RowId) || person.Contains(entry.RowId)));
        }
    }
}
