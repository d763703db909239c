namespace SalesforceImport.Importing;

/// <summary>Where one step stands.</summary>
/// <param name="Object">The object read.</param>
/// <param name="After">The last id committed: the next query starts behind it. Null at the start.</param>
/// <param name="Records">Records committed.</param>
/// <param name="IsOrdered">Whether the org has kept to <c>ORDER BY Id</c>. If not, a resume reads the step from its start and passes over what the log holds.</param>
/// <param name="IsDone">Whether the step has been read to its end.</param>
/// <param name="Returned">How many records the org said there were, once it has; null before.</param>
internal sealed record StepCheckpoint(string Object, SalesforceId? After, long Records, bool IsOrdered, bool IsDone, long? Returned);
