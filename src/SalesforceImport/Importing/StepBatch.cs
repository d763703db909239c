using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;

namespace SalesforceImport.Importing;

/// <summary>A batch on its way from the org to the store.</summary>
/// <param name="Step">The position of its step in the plan.</param>
/// <param name="Parts">The records, as they were read.</param>
/// <param name="EndsStep">Whether the step has been read whole with it.</param>
/// <param name="IsOrdered">Whether the org has kept to <c>ORDER BY Id</c> so far; Bulk rows have no order.</param>
/// <param name="Returned">How many records the org said the step has in all, where it has said so.</param>
internal sealed record StepBatch(int Step, IReadOnlyList<RecordBatch> Parts, bool EndsStep, bool IsOrdered, long? Returned)
{
    /// <summary>Where in the results of which job the step stands once the batch is committed; null over REST.</summary>
    public BulkPosition? Bulk { get; init; }

    /// <summary>Where among its ids the step stands once the batch is committed; null where that does not move.</summary>
    public IdPosition? Ids { get; init; }

    /// <summary>The ids all of whose records are in this batch; empty where records do not come by whole ids.</summary>
    public IReadOnlyList<SalesforceId> Asked { get; init; } = [];

    /// <summary>Of an object that is read whole, the records that are kept; null where all are.</summary>
    public WantedRecords? Wanted { get; init; }

    /// <summary>Set when the step is begun anew behind this batch. It holds no records then, and is joined with no other.</summary>
    public StepTurn? Turn { get; init; }

    /// <summary>This batch and those behind it as one.</summary>
    public StepBatch Join(IReadOnlyList<StepBatch> next) => next.Count == 0 ? this : next[^1] with
    {
        Parts = [.. Parts, .. next.SelectMany(batch => batch.Parts)],
        Asked = [.. Asked, .. next.SelectMany(batch => batch.Asked)],
        Ids = next.Select(batch => batch.Ids).LastOrDefault(position => position is not null) ?? Ids,
        Returned = next.Select(batch => batch.Returned).LastOrDefault(returned => returned is not null) ?? Returned,
    };
}
