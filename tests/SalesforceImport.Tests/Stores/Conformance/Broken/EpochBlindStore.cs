using System.Collections.Concurrent;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Takes every write and close as if it came from the newest opening.</summary>
internal sealed class EpochBlindStore(ContactStore inner, ConcurrentDictionary<string, long> newest) : DelegatingStore(inner)
{
    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var opened = await Inner.OpenRunAsync(opening, cancellationToken);
        newest[opening.Run] = opened.Epoch;
        return opened;
    }

    protected override Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        Inner.ApplyAsync(Altered.Set(changes, epoch: newest[changes.Run]), cancellationToken);

    protected override Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken) => Inner.CloseRunAsync(
        new() { Run = closing.Run, Epoch = newest[closing.Run], State = closing.State, Checkpoint = closing.Checkpoint, At = closing.At },
        cancellationToken);
}
