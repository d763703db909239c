using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Has no transactions: the new rows are there before the conflict is seen.</summary>
internal sealed class HalfwayStore(ContactStore inner) : DelegatingStore(inner)
{
    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await Inner.ApplyAsync(changes, cancellationToken);
        if (result.Outcome == ApplyOutcome.Conflict)
        {
            await Inner.ApplyAsync(Altered.Set(changes, [.. changes.Changes.OfType<CreateRow>()], keepAbsent: false), cancellationToken);
        }

        return result;
    }
}
