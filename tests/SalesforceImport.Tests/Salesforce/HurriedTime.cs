using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>
/// A clock on which waits between attempts pass at once, and are noted; long timeouts never come, nor those it is told of.
/// </summary>
internal sealed class HurriedTime(params TimeSpan[] timeouts) : FakeTimeProvider(Begin)
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestWait && !timeouts.Contains(dueTime))
        {
            lock (_gate)
            {
                _waits.Add(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
