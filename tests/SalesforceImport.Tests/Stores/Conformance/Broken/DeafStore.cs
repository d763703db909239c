using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Does not hear a cancellation, and takes a gap for the next number.</summary>
internal sealed class DeafStore(ContactStore inner) : DelegatingStore(inner)
{
    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var run = await Inner.FindRunAsync(changes.Run, CancellationToken.None);
        return await Inner.ApplyAsync(
            changes.Sequence > run!.Sequence ? Altered.Set(changes, sequence: run.Sequence + 1) : changes, CancellationToken.None);
    }
}
