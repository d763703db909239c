namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Statements that go to the server together and are answered together: one journey, whatever their number.</summary>
internal sealed class Round(Session session)
{
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly List<Action<NpgsqlDataReader>> _readers = [];

    /// <summary>Adds a statement that returns no rows. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    public Round Run(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object? value in values)
        {
            command.Parameters.Add(new() { Value = ToSql(value) });
        }

        _commands.Add(command);
        return this;
    }

    /// <summary>Adds a statement that returns rows.</summary>
    public Round Read(string sql, object?[] values, Action<NpgsqlDataReader> row)
    {
        _readers.Add(row);
        return Run(sql, values);
    }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (var command in _commands)
            {
                batch.BatchCommands.Add(command);
            }

            await SendAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        if (_readers.Count == 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var results = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (results.ConfigureAwait(false))
        {
            // Statements without rows have no result of their own.
            foreach (var row in _readers)
            {
                while (await results.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    row(results);
                }

                await results.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static object ToSql(object? value) => value switch
    {
        null => DBNull.Value,
        SalesforceId id => id.ToString(),
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };
}
