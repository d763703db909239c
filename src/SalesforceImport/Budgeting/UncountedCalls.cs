namespace SalesforceImport.Budgeting;

/// <summary>
/// Our own calls that the org's last answer may not have counted yet: those sent since, and those still under way when it
/// came. Answers name no call, so each one settles the oldest; one that never got an answer is settled by age.
/// </summary>
/// <remarks>Not thread-safe: its owner locks.</remarks>
internal sealed class UncountedCalls
{
    // Longer than any attempt waits for its response headers.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly Queue<DateTimeOffset> _sent = new();

    public int Count => _sent.Count;

    public void Send(DateTimeOffset at) => _sent.Enqueue(at);

    public void Answer(DateTimeOffset at)
    {
        _sent.TryDequeue(out _);
        while (_sent.TryPeek(out var oldest) && at - oldest > LongestWait)
        {
            _sent.Dequeue();
        }
    }
}
