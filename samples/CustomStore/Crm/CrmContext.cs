using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Mapping;

namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>
/// The application's database: its own entities, and what imports keep beside them. Whoever saves through it keeps the
/// promises that an import rests on: versions move, e-mails are findable, deleted rows leave nothing behind.
/// </summary>
internal sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportLease> ImportLeases => Set<ImportLease>();

    public DbSet<ImportSource> ImportSources => Set<ImportSource>();

    public DbSet<ImportHistory> ImportHistory => Set<ImportHistory>();

    public DbSet<ImportListEntry> ImportListEntries => Set<ImportListEntry>();

    public DbSet<ImportLink> ImportLinks => Set<ImportLink>();

    public DbSet<ImportLinkHistory> ImportLinkHistory => Set<ImportLinkHistory>();

    public DbSet<ImportLog> ImportLogs => Set<ImportLog>();

    public DbSet<ImportErasure> ImportErasures => Set<ImportErasure>();

    public DbSet<ImportProperty> ImportProperties => Set<ImportProperty>();

    public DbSet<ImportSetting> ImportSettings => Set<ImportSetting>();

    /// <summary>Set by the store: what it writes is not the application's writing.</summary>
    public bool IsImporting { get; set; }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string file) => options
        .UseSqlite($"Data Source={file}", sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(SecureDelete.Instance);

    /// <summary>The entities of a kind, whatever their class.</summary>
    public IQueryable<ImportedEntity> Rows(RecordKind kind) => kind switch
    {
        RecordKind.Contact => Customers,
        RecordKind.Account => Companies,
        RecordKind.Opportunity => Deals,
        _ => Activities,
    };

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        foreach (var (sources, entries) in Prepare())
        {
            RemoveRange(sources);
            RemoveRange(entries);
        }

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var (sources, entries) in Prepare())
        {
            RemoveRange(await sources.ToListAsync(cancellationToken));
            RemoveRange(await entries.ToListAsync(cancellationToken));
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<RecordKind>().HaveConversion<string>();
        configurationBuilder.Properties<LinkKind>().HaveConversion<string>();
        configurationBuilder.Properties<PropertyType>().HaveConversion<string>();
        configurationBuilder.Properties<Stores.RunState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureEntity<Customer>(modelBuilder);
        ConfigureEntity<Company>(modelBuilder);
        ConfigureEntity<Deal>(modelBuilder);
        ConfigureEntity<Activity>(modelBuilder);
        modelBuilder.Entity<Customer>().HasMany(customer => customer.Notes).WithOne().HasForeignKey(note => note.CustomerId).OnDelete(DeleteBehavior.Restrict);
        BookkeepingModel.Configure(modelBuilder);
    }

    private static void ConfigureEntity<TEntity>(ModelBuilder modelBuilder)
        where TEntity : ImportedEntity
    {
        var entity = modelBuilder.Entity<TEntity>();
        entity.Property(row => row.Version).IsConcurrencyToken();
        entity.HasIndex(row => row.CreatedByRun);
        entity.HasIndex(row => row.EmailKey);
        entity.Ignore(row => row.OwnEmail);
    }

    /// <summary>Moves versions and keys of what is about to be saved; returns what the deleted rows would leave behind.</summary>
    private List<(IQueryable<ImportSource> Sources, IQueryable<ImportListEntry> Entries)> Prepare()
    {
        var deleted = new List<ImportedEntity>();
        foreach (var entry in ChangeTracker.Entries<ImportedEntity>())
        {
            var row = entry.Entity;
            if (entry.State == EntityState.Deleted)
            {
                deleted.Add(row);
            }
            else if (entry.State is EntityState.Added or EntityState.Modified)
            {
                row.Version = entry.State == EntityState.Added ? 1 : entry.OriginalValues.GetValue<long>(nameof(row.Version)) + 1;
                row.EmailKey = row.OwnEmail is { } email && !string.IsNullOrWhiteSpace(email) ? email.Trim().ToLowerInvariant() : null;
                row.WrittenByHost |= !IsImporting && row.CreatedByRun is not null;
            }
        }

        return
        [
            .. from ofKind in deleted.GroupBy(CrmMap.KindOf, row => row.Id)
               let ids = ofKind.ToList()
               select (
                   ImportSources.Where(source => source.Kind == ofKind.Key && ids.Contains(source.RowId!.Value)),
                   ImportListEntries.Where(listed => listed.Kind == ofKind.Key && ids.Contains(listed.RowId))),
        ];
    }
}
