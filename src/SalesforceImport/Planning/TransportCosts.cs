using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Bulk;

namespace SalesforceImport.Planning;

/// <summary>Estimates what reading some records costs by each transport. Pure.</summary>
internal static class TransportCosts
{
    private const double RestSecondsPerPage = 0.8;
    private const double BulkRecordsPerSecond = 12_500;
    private const long BytesPerValue = 24;
    private const long Megabyte = 1_000_000;

    // A job takes this long whatever its size: it waits for its turn, and is divided and joined.
    private static readonly TimeSpan JobFloor = TimeSpan.FromSeconds(12);

    /// <param name="records">The records to read.</param>
    /// <param name="recordsPerCall">How many a call brings: a full page, unless the org has shown that its pages are smaller.</param>
    public static TransportCost Rest(long records, long recordsPerCall = CallEstimate.RestPage)
    {
        long calls = CallEstimate.ForRest(records, recordsPerCall);
        return new()
        {
            Transport = ImportTransport.Rest,
            Calls = calls,
            Ceiling = CallCeiling.For(calls),
            Time = TimeSpan.FromSeconds(calls * RestSecondsPerPage),
        };
    }

    /// <param name="records">The records to read.</param>
    /// <param name="fields">The fields of each.</param>
    /// <param name="prefer">Whether to ask for the list of pages, to begin them together.</param>
    public static TransportCost Bulk(long records, int fields, TransportPreference prefer)
    {
        var time = JobFloor + TimeSpan.FromSeconds(records / BulkRecordsPerSecond);
        int polls = BulkPolling.PollsFor(time);
        long pages = Pages(records, BulkReading.MaxRecordsPerPage);
        long lists = prefer == TransportPreference.Fastest && pages > 1 ? Pages(pages, ListedPages.PagesPerCall) : 0;
        long calls = 1 + polls + lists + pages + 1;
        return new()
        {
            Transport = ImportTransport.Bulk,
            Calls = calls,
            Ceiling = CallCeiling.For(calls) + BulkReading.MostPolls - polls,
            Time = time,
            Megabytes = ((records * fields * BytesPerValue) / Megabyte) + 1,
        };
    }

    /// <summary>What it costs to ask for the records of some ids, so many of them to a call.</summary>
    public static TransportCost ByIds(StepReading reading, long ids, int perCall, long records)
    {
        // Records beyond a page of each list need further pages.
        long calls = ids == 0 ? 0 : Pages(ids, perCall) + (reading == StepReading.ById ? 0 : records / CallEstimate.RestPage);
        return new()
        {
            Transport = ImportTransport.Rest,
            Reading = reading,
            Calls = calls,
            Ceiling = CallCeiling.For(calls),
            Time = TimeSpan.FromSeconds(calls * RestSecondsPerPage),
        };
    }

    /// <summary>What a step costs the way it was chosen.</summary>
    public static TransportCost Chosen(ImportStep step) =>
        step.Costs.Single(cost => cost.Transport == step.Transport && cost.Reading == step.Reading);

    /// <summary>What the rest of a step costs.</summary>
    /// <param name="step">The step.</param>
    /// <param name="transport">How it is read by now.</param>
    /// <param name="recordsRead">The records that have been read.</param>
    /// <param name="idsDone">The ids that have been gone through.</param>
    /// <param name="prefer">What the plan saves.</param>
    /// <param name="recordsPerCall">How many records a call over REST brings.</param>
    public static TransportCost OfRemainder(
        ImportStep step, ImportTransport transport, long recordsRead, long idsDone, TransportPreference prefer, long recordsPerCall = CallEstimate.RestPage)
    {
        if (step is { Ids: { } ids, Reading: not StepReading.Whole })
        {
            return ByIds(step.Reading, Math.Max(0, ids.Count - idsDone), ids.PerCall, Math.Max(0, step.Count - recordsRead));
        }

        // Of an object that is read whole, only what was kept is known to have been read.
        long left = Math.Max(0, (step.OfObject ?? step.Count) - recordsRead);
        return transport == ImportTransport.Bulk ? Bulk(left, step.Fields.Count, prefer) : Rest(left, recordsPerCall);
    }

    /// <summary>The calls that several steps together cannot exceed: one headroom for all, and each one's spare polls.</summary>
    public static long Ceiling(IReadOnlyCollection<TransportCost> costs) =>
        CallCeiling.For(costs.Sum(cost => cost.Calls)) + costs.Sum(cost => cost.Ceiling - CallCeiling.For(cost.Calls));

    private static long Pages(long records, long perPage) => (records + perPage - 1) / perPage;
}
