using System.Data;
using System.Globalization;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>One connection and its transaction. Used by one caller at a time.</summary>
internal sealed class Session(NpgsqlConnection connection, DatabaseAddress address, TimeSpan lockTimeout) : IAsyncDisposable, IDisposable
{
    private readonly string _lockTimeout = string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {(long)lockTimeout.TotalMilliseconds}");
    private NpgsqlTransaction? _transaction;
    private bool _tuned;

    public DatabaseAddress Address => address;

    public bool IsOpen => connection.FullState is ConnectionState.Open;

    /// <summary>Begins a transaction; the server hears of it with the first statement.</summary>
    public async Task BeginAsync(IsolationLevel isolation, CancellationToken cancellationToken)
    {
        _tuned = false;
        _transaction = await connection.BeginTransactionAsync(isolation, cancellationToken).ConfigureAwait(false);
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Takes the transaction back, if there is one and the connection still lives.</summary>
    public Task RollbackAsync() => EndAsync();

    public Round Round() => new(this);

    public NpgsqlBatch CreateBatch()
    {
        var batch = new NpgsqlBatch(connection, _transaction);

        // The server waits for locks; the client must not give up before it.
        batch.Timeout = connection.CommandTimeout == 0 || lockTimeout == TimeSpan.Zero
            ? 0
            : Math.Max(connection.CommandTimeout, (int)lockTimeout.TotalSeconds + connection.CommandTimeout);
        if (_transaction is not null && !_tuned)
        {
            // Every look-up here has an index to go by, and a table that has just been filled has no statistics that would
            // tell the planner so.
            batch.BatchCommands.Add(new("SET LOCAL enable_seqscan = off"));
            batch.BatchCommands.Add(new("SET LOCAL jit = off"));
            batch.BatchCommands.Add(new(_lockTimeout));
            _tuned = true;
        }

        return batch;
    }

    /// <summary>Runs definitions, however many and however long they take.</summary>
    public async Task ExecuteScriptAsync(string script, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(script, connection, _transaction) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Starts a binary COPY into a table.</summary>
    public async Task<CopyStream> CopyAsync(string target, CancellationToken cancellationToken) =>
        new(await connection.BeginRawBinaryCopyAsync($"COPY {target} FROM STDIN (FORMAT binary)", cancellationToken).ConfigureAwait(false));

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        _transaction = null;
        connection.Dispose();
    }

    private async Task EndAsync()
    {
        if (_transaction is { } transaction)
        {
            _transaction = null;
            try
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                // What made the transaction fail is what the caller should hear of, and a lost connection takes it back as well.
            }
        }
    }
}
