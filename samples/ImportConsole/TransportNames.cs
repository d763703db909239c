using SalesforceImport.Planning;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What transports are called at a console.</summary>
internal static class TransportNames
{
    public static string Of(ImportTransport transport) => transport == ImportTransport.Rest ? "REST" : "Bulk";

    /// <summary>A way of reading a step, in a word or two.</summary>
    public static string Of(TransportCost cost) => cost.Reading switch
    {
        StepReading.ById => "by id",
        StepReading.IdList => "id lists",
        StepReading.LongIdList => "long id lists",
        StepReading.Deleted => "deletions",
        StepReading.Held => "the database",
        StepReading.Whole => $"whole, {Of(cost.Transport)}",
        _ => Of(cost.Transport),
    };

    /// <exception cref="UsageException">There is none of that name.</exception>
    public static ImportTransport? Read(string name) => name switch
    {
        "rest" => ImportTransport.Rest,
        "bulk" => ImportTransport.Bulk,
        "auto" => null,
        _ => throw new UsageException($"'{name}' is no way to read records: --transport takes rest, bulk or auto."),
    };

    /// <exception cref="UsageException">There is nothing of that name to save.</exception>
    public static TransportPreference ReadPreference(string name) => name switch
    {
        "fewest-calls" => TransportPreference.FewestCalls,
        "fastest" => TransportPreference.Fastest,
        _ => throw new UsageException($"'{name}' is nothing to save: --prefer takes fewest-calls or fastest."),
    };
}
