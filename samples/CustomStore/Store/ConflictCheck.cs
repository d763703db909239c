using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Whether what a change set rests on is still so: versions of rows, records and e-mails that were not there.</summary>
internal sealed class ConflictCheck(CrmContext context, ChangeSet set, IReadOnlyDictionary<long, ImportedEntity> rows)
{
    private readonly string _org = set.Org.ToString();

    public async Task<ApplyResult?> FindAsync(CancellationToken cancellationToken)
    {
        long[] moved = [.. set.Changes.Where(HasMoved).Select(change => IdOf(change)!.Value)];
        SalesforceId[] sources = [.. await FindSourcesAsync(cancellationToken)];
        string[] emails = [.. await FindEmailsAsync(cancellationToken)];
        return moved.Length + sources.Length + emails.Length > 0 ? ApplyResult.Conflict(moved, sources, emails) : null;
    }

    /// <summary>The row that a change speaks of; null for one that makes its row.</summary>
    public static long? IdOf(RowChange change) => change switch
    {
        UpdateRow update => update.Id,
        RemoveRow remove => remove.Id,
        RestoreRow restore => restore.Id,
        _ => null,
    };

    private bool HasMoved(RowChange change) => change switch
    {
        UpdateRow update => rows.GetValueOrDefault(update.Id)?.Version != update.Version,
        RemoveRow remove => rows.GetValueOrDefault(remove.Id)?.Version != remove.Version,
        RestoreRow restore => rows.ContainsKey(restore.Id),
        _ => false,
    };

    private async Task<IEnumerable<SalesforceId>> FindSourcesAsync(CancellationToken cancellationToken)
    {
        string[] ids = [.. set.AbsentSources.Select(id => id.ToString())];
        var known = await context.SourcesKnownBy(set.Kind, _org, ids).Select(source => new { source.Id, source.LinkedTo }).ToListAsync(cancellationToken);
        var erased = await new Erasures(context, set.Kind).FindSourcesAsync(_org, ids, cancellationToken);
        var there = known.Select(source => source.Id).Concat(known.Select(source => source.LinkedTo).OfType<string>()).ToHashSet();
        return set.AbsentSources.Where(id => there.Contains(id.ToString()) || erased.Contains(id));
    }

    private async Task<IEnumerable<string>> FindEmailsAsync(CancellationToken cancellationToken)
    {
        var there = await new Erasures(context, set.Kind).FindEmailsAsync(set.AbsentEmails, cancellationToken);
        there.UnionWith(await context.SourcesWithEmail(set.Kind, set.EmailsOfAnyOrg ? null : _org, set.AbsentEmails).Select(source => source.Email!).ToListAsync(cancellationToken));
        there.UnionWith(await context.OwnRowsWithEmail(set.Kind, set.AbsentEmails).Select(row => row.EmailKey!).ToListAsync(cancellationToken));
        return set.AbsentEmails.Where(there.Contains);
    }
}
