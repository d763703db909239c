using System.Security.Cryptography;
using System.Text;

namespace SalesforceImport.Stores;

/// <summary>What was erased, by record id and by a keyed hash of the e-mail: enough to know it again, not to read it.</summary>
internal sealed class InMemoryErasures
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly HashSet<RecordKind> _kinds = [];
    private readonly HashSet<(RecordKind Kind, SourceKey Source)> _sources = [];
    private readonly HashSet<(RecordKind Kind, string Hash)> _emails = [];

    public bool Any(RecordKind kind) => _kinds.Contains(kind);

    public bool Holds(RecordKind kind, SourceKey source) => _sources.Contains((kind, source));

    public bool Holds(RecordKind kind, string email) => _emails.Count > 0 && _emails.Contains((kind, Hash(email)));

    public void Add(RecordKind kind, IEnumerable<SourceKey> sources, IEnumerable<string> emails)
    {
        _kinds.Add(kind);
        _sources.UnionWith(sources.Select(source => (kind, source)));
        _emails.UnionWith(emails.Select(email => (kind, Hash(email))));
    }

    private string Hash(string email) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(email)));
}
