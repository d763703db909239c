using System.Text.Json;

namespace SalesforceImport.Emulator.Limits;

/// <summary>Writes the org's limits. All but the API requests and the Bulk queries are unused.</summary>
internal static class LimitsWriter
{
    private const string DailyApiRequests = "DailyApiRequests";
    private const string BulkQueryJobs = "DailyBulkV2QueryJobs";
    private const string BulkQueryMegabytes = "DailyBulkV2QueryFileStorageMB";

    private static readonly (string Name, long Max)[] Others =
    [
        ("AnalyticsExternalDataSizeMB", 40_960), ("ConcurrentAsyncGetReportInstances", 200),
        ("ConcurrentEinsteinDataInsightsStoryCreation", 5), ("ConcurrentEinsteinDiscoveryStoryCreation", 2),
        ("ConcurrentSyncReportRuns", 20), ("DailyAnalyticsDataflowJobExecutions", 60), ("DailyAnalyticsUploadedFilesSizeMB", 51_200),
        (DailyApiRequests, 0), ("DailyAsyncApexExecutions", 250_000), ("DailyAsyncApexTests", 500), ("DailyBulkApiBatches", 15_000),
        (BulkQueryMegabytes, 0), (BulkQueryJobs, 0), ("DailyDeliveredPlatformEvents", 10_000),
        ("DailyDurableGenericStreamingApiEvents", 10_000), ("DailyDurableStreamingApiEvents", 10_000),
        ("DailyFunctionsApiCallLimit", 50_000), ("DailyGenericStreamingApiEvents", 10_000), ("DailyStandardVolumePlatformEvents", 10_000),
        ("DailyStreamingApiEvents", 10_000), ("DailyWorkflowEmails", 390), ("DataStorageMB", 1024),
        ("DurableStreamingApiConcurrentClients", 20), ("FileStorageMB", 1024), ("HourlyAsyncReportRuns", 1200),
        ("HourlyDashboardRefreshes", 200), ("HourlyDashboardResults", 5000), ("HourlyDashboardStatuses", 999_999_999),
        ("HourlyLongTermIdMapping", 100_000), ("HourlyManagedContentPublicRequests", 50_000), ("HourlyODataCallout", 1000),
        ("HourlyPublishedPlatformEvents", 50_000), ("HourlyPublishedStandardVolumePlatformEvents", 1000),
        ("HourlyShortTermIdMapping", 100_000), ("HourlySyncReportRuns", 500), ("HourlyTimeBasedWorkflow", 50), ("MassEmail", 10),
        ("MonthlyEinsteinDiscoveryStoryCreation", 500), ("MonthlyPlatformEventsUsageEntitlement", 0), ("Package2VersionCreates", 6),
        ("Package2VersionCreatesWithoutValidation", 500), ("PrivateConnectOutboundCalloutHourlyLimitMB", 0), ("SingleEmail", 15),
        ("StreamingApiConcurrentClients", 20),
    ];

    public static void Write(Utf8JsonWriter json, ApiAllowance allowance, BulkAllowance bulk)
    {
        json.WriteStartObject();
        foreach (var (name, max) in Others)
        {
            var (most, left) = name switch
            {
                DailyApiRequests => (allowance.Limit, Math.Max(0, allowance.Limit - allowance.Used)),
                BulkQueryJobs => (bulk.JobLimit, bulk.JobsLeft),
                BulkQueryMegabytes => (bulk.MegabyteLimit, bulk.MegabytesLeft),
                _ => (max, max),
            };
            Write(json, name, most, left);
            json.WriteEndObject();
        }

        // Limits may nest others.
        Write(json, "PermissionSets", 1500, 1499);
        Write(json, "CreateCustom", 1000, 999);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long max, long left)
    {
        json.WriteStartObject(name);
        json.WriteNumber("Max", max);
        json.WriteNumber("Remaining", left);
    }
}
