using Microsoft.EntityFrameworkCore;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>Keys and indexes of what imports keep.</summary>
internal static class BookkeepingModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ImportRun>(run =>
        {
            run.HasKey(row => row.Number);
            run.HasIndex(row => row.Run).IsUnique();
            run.Ignore(row => row.KindsWritten);
        });
        model.Entity<ImportLease>().HasKey(lease => lease.Kind);
        model.Entity<ImportSource>(source =>
        {
            source.HasKey(row => new { row.Kind, row.Org, row.Id });
            source.HasIndex(row => new { row.Kind, row.RowId });
            source.HasIndex(row => new { row.Kind, row.Org, row.LinkedTo });
            source.HasIndex(row => new { row.Kind, row.Email });
            source.Ignore(row => row.Key);
        });
        model.Entity<ImportHistory>(history =>
        {
            history.HasKey(row => new { row.Run, row.Kind, row.RowId });
            history.HasIndex(row => new { row.Kind, row.RowId });
        });
        model.Entity<ImportListEntry>(entry =>
        {
            entry.HasKey(row => new { row.Run, row.Kind, row.RowId });
            entry.HasIndex(row => new { row.Kind, row.RowId });
        });
        model.Entity<ImportLink>(link =>
        {
            link.HasKey(row => new { row.Org, row.Kind, row.From, row.To });
            link.HasIndex(row => new { row.Org, row.Kind, row.To });
            link.Ignore(row => row.Key);
        });
        model.Entity<ImportLinkHistory>(history =>
        {
            history.HasKey(row => new { row.Run, row.Org, row.Kind, row.From, row.To });
            history.Ignore(row => row.Key);
        });
        model.Entity<ImportLog>(log =>
        {
            log.HasKey(row => row.Number);
            log.HasIndex(row => new { row.Run, row.Object });
        });
        model.Entity<ImportErasure>().HasKey(erasure => new { erasure.Kind, erasure.Org, erasure.Key });
        model.Entity<ImportProperty>().HasKey(property => new { property.Kind, property.Name });
        model.Entity<ImportSetting>().HasKey(setting => setting.Name);
    }
}
