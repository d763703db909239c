using System.Diagnostics;
using System.Globalization;

namespace SalesforceImport.Benchmarks;

/// <summary>Times a piece of work, on the clock and on the processor.</summary>
internal sealed class Stopclock
{
    private readonly Func<TimeSpan> _cpu;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpuBefore;

    private Stopclock(Func<TimeSpan> cpu)
    {
        _cpu = cpu;
        _cpuBefore = cpu();
    }

    public Cost Elapsed => new(Stopwatch.GetElapsedTime(_start).TotalSeconds, (_cpu() - _cpuBefore).TotalSeconds);

    /// <summary>The processor time of this process.</summary>
    public static Stopclock OfThisProcess() => new(() => Environment.CpuUsage.TotalTime);

    /// <summary>The processor time of child processes that have ended; nothing where the system does not tell.</summary>
    public static Stopclock OfChildren() => new(ChildTime);

    // The 14th and 15th number behind the name, in clock ticks, of which Linux shows a hundred a second.
    private static TimeSpan ChildTime()
    {
        const string Status = "/proc/self/stat";
        if (!File.Exists(Status))
        {
            return TimeSpan.Zero;
        }

        string text = File.ReadAllText(Status);
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        long ticks = fields[13..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return TimeSpan.FromMilliseconds(ticks * 10);
    }
}
