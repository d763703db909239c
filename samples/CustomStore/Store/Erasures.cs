using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Who was erased, by record id and by a keyed hash of the e-mail: enough to know them again, not to read them.</summary>
internal sealed class Erasures(CrmContext context, RecordKind kind)
{
    private const string KeyName = "erasure key";

    /// <summary>Those of the ids that were erased.</summary>
    public async Task<HashSet<SalesforceId>> FindSourcesAsync(string org, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var erased = await context.ImportErasures
            .Where(erasure => erasure.Kind == kind && erasure.Org == org && ids.Contains(erasure.Key))
            .Select(erasure => erasure.Key).ToListAsync(cancellationToken);
        return [.. erased.Select(SalesforceId.Parse)];
    }

    /// <summary>Those of the e-mails that were erased.</summary>
    public async Task<HashSet<string>> FindEmailsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        if (emails.Count == 0 || await ReadKeyAsync(cancellationToken) is not { } key)
        {
            return [];
        }

        var byHash = emails.Distinct().ToDictionary(email => Hash(key, email));
        var erased = await context.ImportErasures
            .Where(erasure => erasure.Kind == kind && erasure.Org == string.Empty && byHash.Keys.Contains(erasure.Key))
            .Select(erasure => erasure.Key).ToListAsync(cancellationToken);
        return [.. erased.Select(hash => byHash[hash])];
    }

    public async Task AddAsync(IEnumerable<(string Org, string Id)> records, IEnumerable<string> emails, CancellationToken cancellationToken)
    {
        byte[] key = await ReadKeyAsync(cancellationToken) ?? AddKey();
        foreach (var (org, erased) in records.Concat(emails.Select(email => (Org: string.Empty, Hash(key, email)))).Distinct())
        {
            if (await context.ImportErasures.FindAsync([kind, org, erased], cancellationToken) is null)
            {
                context.ImportErasures.Add(new() { Kind = kind, Org = org, Key = erased });
            }
        }
    }

    private static string Hash(byte[] key, string email) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(email)));

    private Task<byte[]?> ReadKeyAsync(CancellationToken cancellationToken) =>
        context.ImportSettings.Where(setting => setting.Name == KeyName).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken);

    private byte[] AddKey() => context.ImportSettings.Add(new() { Name = KeyName, Value = RandomNumberGenerator.GetBytes(32) }).Entity.Value;
}
