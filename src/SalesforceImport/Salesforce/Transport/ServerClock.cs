namespace SalesforceImport.Salesforce.Transport;

/// <summary>The org's clock, kept from the last <c>Date</c> header and what has passed since. Never ahead of the org's. Thread-safe.</summary>
internal sealed class ServerClock(TimeProvider timeProvider)
{
    private volatile Reading? _last;

    public bool IsKnown => _last is not null;

    public DateTimeOffset Now => _last is { } last
        ? last.Date + timeProvider.GetElapsedTime(last.Timestamp)
        : timeProvider.GetUtcNow();

    public void Observe(DateTimeOffset? date)
    {
        if (date is { } value)
        {
            _last = new Reading(value, timeProvider.GetTimestamp());
        }
    }

    private sealed record Reading(DateTimeOffset Date, long Timestamp);
}
