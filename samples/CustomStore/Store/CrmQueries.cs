using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Questions that several parts of the store ask.</summary>
internal static class CrmQueries
{
    public static Task<ImportRun?> FindRunAsync(this CrmContext context, string run, CancellationToken cancellationToken) =>
        context.ImportRuns.SingleOrDefaultAsync(row => row.Run == run, cancellationToken);

    /// <summary>Records that have one of the ids, or became one of them; with or without a row.</summary>
    public static IQueryable<ImportSource> SourcesKnownBy(this CrmContext context, RecordKind kind, string org, IReadOnlyCollection<string> ids) =>
        context.ImportSources.Where(source => source.Kind == kind && source.Org == org && (ids.Contains(source.Id) || ids.Contains(source.LinkedTo!)));

    /// <summary>Records that lend their row one of the e-mails. Without an org, of any.</summary>
    public static IQueryable<ImportSource> SourcesWithEmail(this CrmContext context, RecordKind kind, string? org, IReadOnlyCollection<string> emails) =>
        context.ImportSources.Where(source =>
            source.Kind == kind && source.RowId != null && source.Contributes && emails.Contains(source.Email!) && (org == null || source.Org == org));

    /// <summary>Rows that no record feeds, by their own e-mail.</summary>
    public static IQueryable<ImportedEntity> OwnRowsWithEmail(this CrmContext context, RecordKind kind, IReadOnlyCollection<string> emails) =>
        context.Rows(kind).Where(row => emails.Contains(row.EmailKey!) && !context.ImportSources.Any(source => source.Kind == kind && source.RowId == row.Id));

    /// <summary>Whether an org's record feeds a row.</summary>
    public static IQueryable<ImportSource> SourcesWithRow(this CrmContext context, RecordKind kind, string org) =>
        context.ImportSources.Where(source => source.Kind == kind && source.Org == org && source.RowId != null);
}
