using Microsoft.Extensions.Logging;

namespace SalesforceImport.Emulator.Http;

/// <summary>What the emulator logs.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The emulator failed on {Method} {Path}")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The emulator failed on job {JobId}")]
    public static partial void JobFailed(ILogger logger, Exception exception, string jobId);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Emulated org {OrgId} listens on {Url}")]
    public static partial void Started(ILogger logger, string orgId, string url);
}
