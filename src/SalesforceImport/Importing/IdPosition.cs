namespace SalesforceImport.Importing;

/// <summary>Where a step that goes by ids stands.</summary>
/// <param name="Last">The last id whose records have all been committed.</param>
/// <param name="Count">How many ids have been gone through.</param>
/// <param name="Missing">Of these, how many brought no record where each is a record's own.</param>
internal sealed record IdPosition(SalesforceId Last, long Count, long Missing)
{
    public static IdPosition Start { get; } = new(default, 0, 0);
}
