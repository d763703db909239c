using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Testing;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests.Support;

/// <summary>A schema; the host writes to it with plain SQL.</summary>
internal sealed class PostgreSqlStoreFixture : StoreFixture
{
    private readonly TestSchema _schema;
    private readonly List<PostgreSqlContactStore> _stores = [];

    private PostgreSqlStoreFixture(TestSchema schema) => _schema = schema;

    public static async Task<StoreFixture> CreateAsync() => new PostgreSqlStoreFixture(await SharedServer.CreateSchemaAsync());

    public override Task<ContactStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        var store = new PostgreSqlContactStore(new() { ConnectionString = _schema.ConnectionString });
        _stores.Add(store);
        return Task.FromResult<ContactStore>(store);
    }

    public override async Task CrashAsync(ContactStore store, CancellationToken cancellationToken = default) =>
        await ((PostgreSqlContactStore)store).DisposeAsync();

    public override async Task<long> HostInsertAsync(
        RecordKind kind, IReadOnlyDictionary<string, FieldValue> values, CancellationToken cancellationToken = default)
    {
        await using var host = await HostSql.OpenAsync(_schema.ConnectionString);
        string sql = values.Count == 0
            ? $"INSERT INTO {Table(kind)} DEFAULT VALUES RETURNING id"
            : $"INSERT INTO {Table(kind)} ({string.Join(", ", values.Keys.Select(Column))}) VALUES ({string.Join(", ", values.Select((_, i) => $"${i + 1}"))}) RETURNING id";
        return (long)(await host.ScalarAsync(sql, [.. values.Values.Select(value => value.ToObject())]))!;
    }

    public override async Task HostUpdateAsync(
        RecordKind kind, long id, string property, FieldValue value, CancellationToken cancellationToken = default)
    {
        await using var host = await HostSql.OpenAsync(_schema.ConnectionString);
        await host.ExecuteAsync($"UPDATE {Table(kind)} SET {Column(property)} = $1 WHERE id = $2", value.ToObject(), id);
    }

    public override async Task HostDeleteAsync(RecordKind kind, long id, CancellationToken cancellationToken = default)
    {
        await using var host = await HostSql.OpenAsync(_schema.ConnectionString);
        await host.ExecuteAsync($"DELETE FROM {Table(kind)} WHERE id = $1", id);
    }

    /// <summary>Looks into every column of every table. What deleted rows leave in the server's files until it is overwritten, SQL cannot see.</summary>
    public override async Task<bool?> HoldsAnywhereAsync(string text, CancellationToken cancellationToken = default)
    {
        await using var host = await HostSql.OpenAsync(_schema.ConnectionString);
        foreach (string table in await host.ColumnAsync("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"))
        {
            object? found = await host.ScalarAsync(
                $"SELECT 1 FROM {table} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0 LIMIT 1", text);
            if (found is not null)
            {
                return true;
            }
        }

        return false;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        await _schema.DisposeAsync();
    }

    private static string Table(RecordKind kind) => kind switch
    {
        RecordKind.Contact => "contacts",
        RecordKind.Account => "accounts",
        RecordKind.Opportunity => "opportunities",
        _ => "tasks",
    };

    private static string Column(string property) =>
        string.Concat(property.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
