namespace SalesforceImport.Stores;

/// <summary>What became of a charge.</summary>
/// <param name="Granted">Whether the call was recorded and may be sent.</param>
/// <param name="Used">Our calls in the window, a granted one included.</param>
/// <param name="AllowedAt">For a refused one: when the oldest call leaves the window and the next is allowed.</param>
public sealed record ChargeResult(bool Granted, long Used, DateTimeOffset? AllowedAt);
