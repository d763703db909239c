namespace SalesforceImport.Salesforce.Bulk;

/// <summary>When to ask after a job: soon at first, for small jobs, then ever more rarely. Pure.</summary>
internal static class BulkPolling
{
    private const double Growth = 1.6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The wait before a poll, counted from 0.</summary>
    public static TimeSpan Delay(int poll)
    {
        double seconds = First.TotalSeconds * Math.Pow(Growth, poll);
        return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
    }

    /// <summary>How many polls a job of a certain length takes; never more than <see cref="BulkReading.MostPolls"/>.</summary>
    public static int PollsFor(TimeSpan job)
    {
        var waited = TimeSpan.Zero;
        int polls = 0;
        do
        {
            waited += Delay(polls++);
        }
        while (waited < job && polls < BulkReading.MostPolls);
        return polls;
    }
}
