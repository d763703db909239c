using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Keeps a copy of what it was told to forget.</summary>
internal sealed class RememberingStore(ContactStore inner, InMemoryDatabase database) : DelegatingStore(inner)
{
    protected override async Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken)
    {
        var found = await Inner.FindAsync(
            new() { Kind = kind, Org = SalesforceId.Parse("00D000000000001"), Run = "none", Ids = [id] }, cancellationToken);
        database.Usage.Runs["backup"] = new()
        {
            Run = "backup",
            Org = "org",
            Selector = "backup",
            State = RunState.Completed,
            StartedAt = DateTimeOffset.UnixEpoch,
            Plan = string.Join(' ', found.Rows.SelectMany(row => row.Values)),
        };
        return await Inner.ForgetAsync(kind, id, cancellationToken);
    }
}
