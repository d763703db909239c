using System.Globalization;
using System.Text;
using SalesforceImport.ConformanceTests;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>A database file; the host writes to it with plain SQL.</summary>
internal sealed class SqliteStoreFixture : StoreFixture
{
    private readonly TempFolder _folder = new();
    private readonly List<SqliteContactStore> _stores = [];

    public override Task<ContactStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        var store = new SqliteContactStore(new() { ConnectionString = _folder.ConnectionString, Synchronous = SqliteSynchronous.Normal });
        _stores.Add(store);
        return Task.FromResult<ContactStore>(store);
    }

    public override async Task CrashAsync(ContactStore store, CancellationToken cancellationToken = default) =>
        await ((SqliteContactStore)store).DisposeAsync();

    public override Task<long> HostInsertAsync(
        RecordKind kind, IReadOnlyDictionary<string, FieldValue> values, CancellationToken cancellationToken = default)
    {
        using var host = new HostSql(_folder.ConnectionString);
        return Task.FromResult(values.Count == 0
            ? host.Insert($"INSERT INTO {Table(kind)} DEFAULT VALUES")
            : host.Insert(
                $"INSERT INTO {Table(kind)} ({string.Join(", ", values.Keys.Select(Column))}) "
                + $"VALUES ({string.Join(", ", values.Select((_, i) => $"${i + 1}"))})",
                [.. values.Values.Select(ToSql)]));
    }

    public override Task HostUpdateAsync(
        RecordKind kind, long id, string property, FieldValue value, CancellationToken cancellationToken = default)
    {
        using var host = new HostSql(_folder.ConnectionString);
        host.Execute($"UPDATE {Table(kind)} SET {Column(property)} = $1 WHERE id = $2", ToSql(value), id);
        return Task.CompletedTask;
    }

    public override Task HostDeleteAsync(RecordKind kind, long id, CancellationToken cancellationToken = default)
    {
        using var host = new HostSql(_folder.ConnectionString);
        host.Execute($"DELETE FROM {Table(kind)} WHERE id = $1", id);
        return Task.CompletedTask;
    }

    public override Task<bool?> HoldsAnywhereAsync(string text, CancellationToken cancellationToken = default) =>
        Task.FromResult<bool?>(_folder.Holds(text));

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _folder.Dispose();
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

    private static object? ToSql(FieldValue value) => value.ToObject() switch
    {
        bool flag => flag ? 1L : 0L,
        decimal number when (decimal)(double)number == number => (double)number,
        decimal number => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        var other => other,
    };
}
