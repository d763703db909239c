namespace SalesforceImport.Stores;

/// <summary>What one run did, as a whole, to one link.</summary>
/// <param name="Key">The link.</param>
/// <param name="Before">The link before the run; null when the run made it.</param>
/// <param name="Now">The link as it stands; null when it is gone.</param>
public sealed record LinkChange(LinkKey Key, StoredLink? Before, StoredLink? Now);
