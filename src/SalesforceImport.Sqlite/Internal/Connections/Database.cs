using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// One connection that writes, behind a gate, and connections that read beside it. SQLite has no asynchronous I/O: work
/// is done on the thread pool, so that the caller's thread is never held.
/// </summary>
internal sealed class Database : IAsyncDisposable, IDisposable
{
    private const int IdleReaders = 4;

    private readonly SessionOpener _opener;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentBag<Session> _readers = [];
    private Session? _writer;
    private volatile bool _ready;
    private volatile bool _disposed;

    private Database(DatabaseAddress address, SqliteStoreOptions options, BookkeepingSchema schema)
    {
        Address = address;
        _opener = new(address, options, schema);
    }

    public DatabaseAddress Address { get; }

    /// <summary>The database that the options name.</summary>
    public static Database Main(SqliteStoreOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BusyTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CacheMegabytes, 1);
        return new(new(options.ConnectionString), options, BookkeepingSchema.Main);
    }

    /// <summary>
    /// The ledger of calls beside it. In a file of its own, a call that is about to be made never waits for a change set
    /// to be written, and recording it does not make the connection that writes rows forget the pages it has read.
    /// </summary>
    public static Database Ledger(SqliteStoreOptions options) =>
        new(new DatabaseAddress(options.ConnectionString).Beside("calls"), options, BookkeepingSchema.Ledger);

    /// <summary>Runs work in a transaction of its own, committed at the end unless the work has rolled it back.</summary>
    public Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) =>
        WithWriterAsync(
            session =>
            {
                session.BeginWrite(cancellationToken);
                return Finish(session, work);
            },
            cancellationToken);

    /// <summary>Runs work over one unchanging view of the database, beside whoever writes.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) =>
        // A private in-memory database has one connection only, and one with a shared cache locks readers out by table.
        Address.InMemory ? WriteAsync(work, cancellationToken) : ReadBesideAsync(work, cancellationToken);

    /// <summary>Makes the tables ready for whoever writes; for a reader, finds out whether they are.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => Address.ReadOnly
        ? ReadAsync(static _ => true, cancellationToken)
        : WriteAsync(static _ => true, cancellationToken);

    /// <summary>As <see cref="ReadAsync"/>, on the connection that writes.</summary>
    public Task<T> ReadOnWriterAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) => Address.InMemory
        ? WriteAsync(work, cancellationToken)
        : WithWriterAsync(
            session =>
            {
                session.BeginRead(cancellationToken);
                return Finish(session, work);
            },
            cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync"/>, for work that erases: what was deleted is overwritten, and no copy of it stays in the log.
    /// </summary>
    public Task<bool> EraseAsync(Func<Session, bool> work, CancellationToken cancellationToken) =>
        WithWriterAsync(
            session =>
            {
                session.BeginWrite(cancellationToken);
                bool erased = Finish(session, work);
                session.CheckpointPatiently(cancellationToken);
                return erased;
            },
            cancellationToken);

    /// <summary>Runs work on the connection that writes, outside of a transaction.</summary>
    public async Task<T> WithWriterAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await Task.Run(() => Guarded(() => work(Writer(cancellationToken))), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        CloseAndRelease();
    }

    public void Dispose()
    {
        _gate.Wait();
        CloseAndRelease();
    }

    private static T Finish<T>(Session session, Func<Session, T> work)
    {
        try
        {
            var result = work(session);
            if (session.InTransaction)
            {
                session.Commit();
            }

            return result;
        }
        finally
        {
            session.Rollback();
        }
    }

    private async Task<T> ReadBesideAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        if (!_ready && !Address.ReadOnly)
        {
            await WithWriterAsync(static _ => true, cancellationToken).ConfigureAwait(false);
        }

        return await Task.Run(() => Guarded(() => Read(work, cancellationToken)), cancellationToken).ConfigureAwait(false);
    }

    private Session Writer(CancellationToken cancellationToken)
    {
        _writer ??= _opener.OpenWriter(cancellationToken);
        _ready = true;
        return _writer;
    }

    private T Read<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var session = _readers.TryTake(out var idle) ? idle : _opener.OpenReader(cancellationToken);
        bool reusable = false;
        try
        {
            session.BeginRead(cancellationToken);
            var result = Finish(session, work);
            reusable = !_disposed && _readers.Count < IdleReaders;
            return result;
        }
        finally
        {
            if (reusable)
            {
                _readers.Add(session);
            }
            else
            {
                session.Dispose();
            }

            // Disposal may have emptied the bag while this one was under way.
            if (_disposed)
            {
                CloseReaders();
            }
        }
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw SqliteFault.From(exception, Address.DataSource);
        }
    }

    private void CloseAndRelease()
    {
        _disposed = true;
        _writer?.Dispose();
        _writer = null;
        CloseReaders();
        _gate.Release();
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
