using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Transactions, and the tables: the parts that speak of SQLite.</summary>
internal sealed class CrmDatabase(IDbContextFactory<CrmContext> contexts)
{
    /// <summary>Makes the tables where they are missing. One process makes them, others wait. An application with migrations calls these here.</summary>
    public async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var creator = context.Database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.HasTablesAsync(cancellationToken))
        {
            await creator.CreateTablesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>One transaction that writes: all that the work saves, or nothing. SQLite lets one in at a time, and the others wait.</summary>
    public async Task<T> WriteAsync<T>(Func<CrmContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.IsImporting = true;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(context);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>One view of the database, however many queries the work makes.</summary>
    public async Task<T> ReadAsync<T>(Func<CrmContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        // Deferred: it reads beside whoever writes, and takes no lock.
        await using var snapshot = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(snapshot, cancellationToken);
        return await work(context);
    }

    /// <summary>Folds the log into the database and empties it, so that what was erased is in no file.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }
}
