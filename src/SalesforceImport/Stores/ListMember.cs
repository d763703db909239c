namespace SalesforceImport.Stores;

/// <summary>A row in a run's list.</summary>
/// <param name="RowId">The row.</param>
/// <param name="Created">Whether the run created it, or only selected it.</param>
public readonly record struct ListMember(long RowId, bool Created);
