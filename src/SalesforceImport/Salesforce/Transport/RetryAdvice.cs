namespace SalesforceImport.Salesforce.Transport;

/// <summary>Whether a failed attempt is worth another, as far as the failure itself tells.</summary>
/// <param name="MaxRetries">The attempt is repeated only while fewer attempts than this have failed before it.</param>
/// <param name="Slow">Whether to wait longer than usual: the org is down rather than busy.</param>
/// <param name="After">The wait the org asked for.</param>
internal readonly record struct RetryAdvice(int MaxRetries, bool Slow = false, TimeSpan? After = null)
{
    public static RetryAdvice Never => default;

    public static RetryAdvice Retry => new(int.MaxValue);
}
