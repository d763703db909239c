using System.Globalization;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources.Replication;

/// <summary>The time that a request for changed or deleted records is about. Seconds do not count.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The moment after the last.</param>
/// <param name="Covered">Until when the answer is complete, where the next request may begin.</param>
internal sealed record ReplicationWindow(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Covered)
{
    /// <summary>The most records that one request may come to.</summary>
    public const int MostIds = 600_000;

    /// <summary>Reads the window of a request.</summary>
    /// <exception cref="ApiException">It is malformed, too long ago, or its object is not followed.</exception>
    public static ReplicationWindow Read(Exchange exchange, ObjectDefinition definition, TimeSpan lookBack)
    {
        if (!definition.Can("replicateable"))
        {
            throw new ApiException(400, "INVALID_TYPE_FOR_OPERATION", $"object type {definition.Name} does not support replication");
        }

        var now = exchange.Services.Options.TimeProvider.GetUtcNow();
        var (start, end) = (Read(exchange, "start"), Read(exchange, "end"));
        if (start >= end)
        {
            throw Invalid("startDate must be before endDate");
        }

        if (start < Minute(now - lookBack))
        {
            throw Invalid($"startDate cannot be more than {lookBack.Days} days ago");
        }

        var visible = now - exchange.Services.Options.ReplicationLag;
        return new ReplicationWindow(start, end < visible ? end : visible.AddMilliseconds(1), end < visible ? end : Minute(visible));
    }

    public static DateTimeOffset Minute(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>Spells a time as the answers do.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    public static ApiException TooMany() => new(400, "EXCEEDED_ID_LIMIT", $"Can not return more than {MostIds} ids");

    private static DateTimeOffset Read(Exchange exchange, string name) =>
        DateTimeOffset.TryParse(exchange.Parameter(name) ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Minute(time.ToUniversalTime())
            : throw Invalid($"{name} must be a date and time of ISO 8601");

    private static ApiException Invalid(string message) => new(400, "INVALID_REPLICATION_DATE", message);
}
