namespace SalesforceImport.Emulator;

/// <summary>A request that the emulator was sent.</summary>
/// <param name="Sequence">Its number, from 1, in the order of arrival.</param>
/// <param name="Time">When it arrived, by the org's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query string.</param>
/// <param name="Query">The query string as sent, with its question mark; empty without one.</param>
/// <param name="Status">The status of the answer; 0 while there is none, or where the connection was dropped before one.</param>
/// <param name="Cost">How many of the org's API requests it counts as: 0 or 1, or one for each request inside a batch.</param>
public sealed record EmulatedCall(long Sequence, DateTimeOffset Time, string Method, string Path, string Query, int Status, int Cost)
{
    /// <summary>Whether it counts against the org's API requests.</summary>
    public bool Counted => Cost > 0;
}
