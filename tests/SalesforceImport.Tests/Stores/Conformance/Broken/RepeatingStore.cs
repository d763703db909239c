using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Applies a change set again when it comes again.</summary>
internal sealed class RepeatingStore(ContactStore inner) : DelegatingStore(inner)
{
    private int _copies;

    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await Inner.ApplyAsync(changes, cancellationToken);
        if (result.Outcome == ApplyOutcome.AlreadyApplied)
        {
            var run = await Inner.FindRunAsync(changes.Run, cancellationToken);
            await Inner.ApplyAsync(
                Altered.Set(changes, [.. changes.Changes.OfType<CreateRow>().Select(Copy)], sequence: run!.Sequence + 1, keepAbsent: false),
                cancellationToken);
        }

        return result;
    }

    private CreateRow Copy(CreateRow create) => new()
    {
        Leader = new()
        {
            Key = create.Leader.Key with { Id = SalesforceId.Parse($"00350000000COP{_copies++ % 10}") },
            Object = create.Leader.Object,
        },
        Values = create.Values,
    };
}
