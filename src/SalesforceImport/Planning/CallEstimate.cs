namespace SalesforceImport.Planning;

/// <summary>How many calls a read takes.</summary>
internal static class CallEstimate
{
    public const int RestPage = 2000;

    /// <summary>Pages of a REST query: at least one, for even nothing has to be asked for.</summary>
    public static long ForRest(long records, long recordsPerCall = RestPage) => Math.Max(1, (records + recordsPerCall - 1) / recordsPerCall);
}
