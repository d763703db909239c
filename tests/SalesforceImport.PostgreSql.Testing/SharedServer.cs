using Xunit;

namespace SalesforceImport.PostgreSql.Testing;

/// <summary>
/// The server that all tests of an assembly share, as its assembly fixture. It is started by the first test that asks, and
/// stopped behind the last.
/// </summary>
public sealed class SharedServer : IAsyncDisposable
{
    private static readonly Lazy<Task<(PostgreSqlServer? Server, string? WhyNot)>> Shared =
        new(() => PostgreSqlServer.FindAsync("fsync = off", "synchronous_commit = off", "full_page_writes = off"));

    /// <summary>The server; where there is none, the test is skipped and says why.</summary>
    public static async Task<PostgreSqlServer> GetAsync()
    {
        var (server, whyNot) = await Shared.Value;
        Assert.SkipWhen(server is null, whyNot ?? string.Empty);
        return server!;
    }

    public static async Task<TestSchema> CreateSchemaAsync() => await (await GetAsync()).CreateSchemaAsync();

    public async ValueTask DisposeAsync()
    {
        if (Shared.IsValueCreated && (await Shared.Value).Server is { } server)
        {
            await server.DisposeAsync();
        }
    }
}
