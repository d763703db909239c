using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>A batch on its way from the org to the store.</summary>
/// <param name="Step">The position of its step in the plan.</param>
/// <param name="Records">The records.</param>
/// <param name="EndsStep">Whether the step has been read whole with it.</param>
/// <param name="IsOrdered">Whether the org has kept to <c>ORDER BY Id</c> so far.</param>
/// <param name="Returned">How many records the org said the step has in all, where it has said so.</param>
internal sealed record StepBatch(int Step, RecordBatch Records, bool EndsStep, bool IsOrdered, long? Returned);
