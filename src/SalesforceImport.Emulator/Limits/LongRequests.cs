using System.Collections.Concurrent;

namespace SalesforceImport.Emulator.Limits;

/// <summary>The requests under way. Those that have run for twenty seconds are long, and only so many may be. Thread-safe.</summary>
internal sealed class LongRequests(EmulatorOptions options)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _running = new();

    /// <summary>Whether so many long requests are under way that no other may start.</summary>
    public bool AreTooMany
    {
        get
        {
            var before = options.TimeProvider.GetUtcNow() - Long;
            return _running.Values.Count(start => start <= before) >= options.ConcurrentLongRequestLimit;
        }
    }

    public void Begin(long call) => _running[call] = options.TimeProvider.GetUtcNow();

    public void End(long call) => _running.TryRemove(call, out _);
}
