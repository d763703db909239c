using System.Data;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The database: sessions out of the data source's pool, and work in transactions on them.</summary>
internal sealed class Database : IAsyncDisposable, IDisposable
{
    private const int MostAttempts = 5;

    private readonly NpgsqlDataSource _source;
    private readonly bool _owned;
    private readonly TimeSpan _lockTimeout;
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private volatile bool _ready;

    public Database(PostgreSqlStoreOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LockTimeout, TimeSpan.Zero);
        if (options.ConnectionString is null == options.DataSource is null)
        {
            throw new SalesforceImportException(
                $"Set {nameof(PostgreSqlStoreOptions.ConnectionString)} or {nameof(PostgreSqlStoreOptions.DataSource)} of {nameof(PostgreSqlStoreOptions)}, and not both.");
        }

        _lockTimeout = options.LockTimeout;
        _owned = options.DataSource is null;
        _source = options.DataSource ?? DatabaseAddress.Open(options.ConnectionString!);
        Address = DatabaseAddress.Of(_source);
        if (new NpgsqlConnectionStringBuilder(_source.ConnectionString).Multiplexing)
        {
            throw new SalesforceImportException(
                $"The connections to {Address} are multiplexed, which leaves none to a transaction or a lease alone. Set Multiplexing=false.");
        }
    }

    public DatabaseAddress Address { get; }

    /// <summary>Runs work in a transaction of its own. Where the server ends it to resolve a deadlock, it is run again.</summary>
    public Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        InSessionAsync((session, token) => WriteAsync(session, work, token), cancellationToken);

    /// <summary>As the other, for work that has no result.</summary>
    public Task WriteAsync(Func<Session, CancellationToken, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async (session, token) =>
        {
            await work(session, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>As the other, on a session that is open already.</summary>
    public Task<T> WriteAsync<T>(Session session, Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        GuardedAsync(
            async () =>
            {
                for (int attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await OnceAsync(session, IsolationLevel.ReadCommitted, work, cancellationToken).ConfigureAwait(false);
                    }
                    catch (PostgresException exception) when (exception.IsTransient && IsRolledBack(exception) && attempt < MostAttempts)
                    {
                        // The server has taken all of it back, so that it can be done again.
                    }
                }
            });

    /// <summary>Runs work over one unchanging view of the database, beside whoever writes.</summary>
    public Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        InSessionAsync((session, token) => OnceAsync(session, IsolationLevel.RepeatableRead, work, token), cancellationToken);

    /// <summary>A session of its own, for as long as the caller needs one.</summary>
    public async Task<Session> OpenAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await GuardedAsync(() => ConnectAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Turns what Npgsql throws into what this library throws.</summary>
    public async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (NpgsqlException exception)
        {
            throw PostgreSqlFault.From(exception, Address);
        }
    }

    /// <summary>Sees to it, once, that the bookkeeping tables are there.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_ready)
        {
            return;
        }

        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_ready)
            {
                await GuardedAsync(() => MakeTablesAsync(cancellationToken)).ConfigureAwait(false);
                _ready = true;
            }
        }
        finally
        {
            _preparing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _preparing.Dispose();
        if (_owned)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _preparing.Dispose();
        if (_owned)
        {
            _source.Dispose();
        }
    }

    private static bool IsRolledBack(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private static async Task<T> OnceAsync<T>(
        Session session, IsolationLevel isolation, Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await session.BeginAsync(isolation, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await work(session, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            await session.RollbackAsync().ConfigureAwait(false);
        }
    }

    private async Task<T> InSessionAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await GuardedAsync(() => work(session, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task<Session> ConnectAsync(CancellationToken cancellationToken) =>
        new(await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), Address, _lockTimeout);

    private async Task<bool> MakeTablesAsync(CancellationToken cancellationToken)
    {
        var session = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await OnceAsync(session, IsolationLevel.ReadCommitted, BookkeepingSchema.EnsureAsync, cancellationToken).ConfigureAwait(false);
        }
    }
}
