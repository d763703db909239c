using System.Security.Cryptography;
using System.Text;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What was erased and must stay so: ids of records, and e-mails as hashes under a key of this database alone.</summary>
internal static class ErasureTable
{
    public static void Add(Round round, RecordKind kind, IReadOnlyCollection<SourceKey> keys, DateTimeOffset at) => round.Run(
        "INSERT INTO import_erasures (kind, org_id, salesforce_id, erased_at) SELECT $1, o, s, $4 FROM unnest($2::text[], $3::text[]) AS k (o, s) ON CONFLICT DO NOTHING",
        kind.Name(), keys.Select(key => key.Org.ToString()).ToArray(), keys.Select(key => key.Id.ToString()).ToArray(), at);

    public static void Add(Round round, RecordKind kind, IReadOnlyCollection<byte[]> hashes, DateTimeOffset at) => round.Run(
        "INSERT INTO import_erased_emails (kind, hash, erased_at) SELECT $1, h, $3 FROM unnest($2::bytea[]) AS h ON CONFLICT DO NOTHING",
        kind.Name(), hashes.ToArray(), at);

    public static byte[] Hash(string email, byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(email));
}
