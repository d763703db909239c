namespace SalesforceImport;

/// <summary>The list of what a run brought in.</summary>
/// <param name="Id">The list's id: the run's.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Count">How many rows it holds.</param>
public sealed record ListSummary(string Id, string Name, long Count);
