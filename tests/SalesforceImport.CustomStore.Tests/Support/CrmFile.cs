using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.CustomStore.Tests.Support;

/// <summary>A database of the application's in a folder of its own, which goes with it.</summary>
internal sealed class CrmFile : IDbContextFactory<CrmContext>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("custom-store-").FullName;
    private readonly DbContextOptions<CrmContext> _options;

    public CrmFile()
    {
        var options = new DbContextOptionsBuilder<CrmContext>();
        CrmContext.Configure(options, Path.Combine(_folder, "crm.db") + ";Pooling=False");
        _options = options.Options;
    }

    public CrmContext CreateDbContext() => new(_options);

    /// <summary>Whether a text is in any file.</summary>
    public bool Holds(string text)
    {
        byte[] sought = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(_folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(sought) >= 0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
