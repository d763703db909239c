namespace SalesforceImport.Emulator.Limits;

/// <summary>The API requests of the last 24 hours. Thread-safe.</summary>
internal sealed class ApiAllowance(EmulatorOptions options)
{
    private readonly RollingDay _requests = new(options.TimeProvider, options.ApiRequestsAlreadyUsed);

    public int Limit { get; } = options.DailyApiRequestLimit;

    public int Used => (int)_requests.Used;

    /// <summary>Counts a request; false, and nothing counted, where the limit is reached.</summary>
    public bool TryTake() => _requests.TryAdd(1, Limit);
}
