using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SalesforceImport.Emulator;
using SalesforceImport.EndToEndTests.Support;
using SalesforceImport.PostgreSql.Testing;
using SalesforceImport.Selectors;

namespace SalesforceImport.EndToEndTests.Library;

/// <summary>An emulated org and a real database that it is imported into, as a host does it: by the library's own face.</summary>
internal sealed class ImportedOrg : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestSchema? _schema;

    private ImportedOrg(SalesforceEmulator emulator, TestSchema? schema) => (Emulator, _schema) = (emulator, schema);

    public SalesforceEmulator Emulator { get; }

    public EmulatedOrg Org => Emulator.Org;

    private string File => $"Data Source={_folder.File("crm.db")}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImportedOrg> StartAsync(StoreKind kind, int leads = 0, int contacts = 0)
    {
        var schema = kind == StoreKind.PostgreSql ? await SharedServer.CreateSchemaAsync() : null;
        return new(await SalesforceEmulator.StartAsync(new EmulatorOptions { Leads = leads, Contacts = contacts }, Cancel), schema);
    }

    public async Task<ImportReport> ImportAsync(RecordSelector selector, Action<SalesforceImportOptions>? configure = null) =>
        await AskAsync(async importer => await importer.RunAsync(await importer.PlanAsync(selector, Cancel), cancellationToken: Cancel), configure);

    public async Task<T> AskAsync<T>(Func<ISalesforceImporter, Task<T>> question, Action<SalesforceImportOptions>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddSalesforceImport(options =>
        {
            options.LoginUrl = Emulator.Url;
            configure?.Invoke(options);
        }).UseClientCredentials(Emulator.ClientId, Emulator.ClientSecret);
        _ = _schema is null ? builder.UseSqlite(File) : builder.UsePostgreSql(_schema.ConnectionString);
        await using var provider = services.BuildServiceProvider();
        return await question(provider.GetRequiredService<ISalesforceImporter>());
    }

    /// <summary>The first column of what a query finds, past the library.</summary>
    public async Task<List<object?>> ColumnAsync(string sql)
    {
        await using DbConnection connection = _schema is null
            ? new SqliteConnection(File + ";Pooling=False")
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_schema.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var column = new List<object?>();
        while (await reader.ReadAsync(Cancel))
        {
            column.Add(await reader.IsDBNullAsync(0, Cancel) ? null : reader.GetValue(0));
        }

        return column;
    }

    /// <summary>The one value of a query.</summary>
    public async Task<object?> ValueAsync(string sql) => (await ColumnAsync(sql)).Should().ContainSingle().Subject;

    /// <summary>Whether a text is in any byte of any file of the database, or in any row of any of its tables.</summary>
    public async Task<bool> HoldsAsync(string text)
    {
        if (_schema is null)
        {
            byte[] wanted = Encoding.UTF8.GetBytes(text);
            return Directory.GetFiles(_folder.Path).Any(file => Read(file).AsSpan().IndexOf(wanted) >= 0);
        }

        string hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
        foreach (object? table in await ColumnAsync("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"))
        {
            if ((await ColumnAsync($"SELECT 1 FROM {table} t WHERE strpos(t::text, '{text}') > 0 OR strpos(t::text, '{hex}') > 0 LIMIT 1")).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _folder.Dispose();
        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
