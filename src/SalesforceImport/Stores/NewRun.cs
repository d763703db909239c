namespace SalesforceImport.Stores;

/// <summary>What a store keeps of a run from its start.</summary>
/// <param name="Org">The org imported from.</param>
/// <param name="Plan">The plan as text. Opaque: it is what a resume goes by.</param>
/// <param name="ListName">The name of the list of what comes in.</param>
public sealed record NewRun(SalesforceId Org, string Plan, string ListName);
