namespace SalesforceImport.Salesforce;

/// <summary>How to talk to one org.</summary>
internal sealed class SalesforceOrgSettings
{
    /// <summary>The version asked for where the org offers it.</summary>
    public const string DefaultApiVersion = "67.0";

    /// <summary>The oldest version spoken: what lies below is retired, or about to be.</summary>
    public const string FloorApiVersion = "41.0";

    /// <summary>Where to sign in: the org's My Domain address. For a token that the host supplies, the address of the org's API.</summary>
    public required Uri LoginUrl { get; init; }

    /// <summary>The API version to speak; null to agree on one with the org.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>How long one attempt may wait for the headers of its answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long an answer may pause while it is read.</summary>
    public TimeSpan ReadIdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is tried again after the first attempt; 0 for never.</summary>
    public int MaxRetryAttempts { get; init; } = 4;

    /// <summary>The wait before the first new attempt; it doubles with each.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that an org may ask for with <c>Retry-After</c>; a longer wish is cut to this.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether plain HTTP is allowed to hosts other than this machine.</summary>
    public bool AllowInsecureHttp { get; init; }
}
