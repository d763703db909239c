using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http;

/// <summary>Turns what went wrong with a request into what the org says of it.</summary>
internal static class Refusals
{
    /// <summary>The refusal of a failure. One that is not the caller's fault is logged; nothing of it reaches the answer.</summary>
    public static ApiException Of(OrgServices services, Exception failure, string method, string path)
    {
        switch (failure)
        {
            case ApiException refusal:
                return refusal;
            case SoqlException refusal:
                return new ApiException(400, refusal.ErrorCode, refusal.Message);
            case InvalidDataException:
                return new ApiException(400, "INVALID_INPUT", "The request body could not be decompressed");
            case BadHttpRequestException broken:
                return new ApiException(broken.StatusCode, "INVALID_INPUT", "The request body could not be read");
            default:
                Log.RequestFailed(services.Logger, failure, method, path);
                return new ApiException(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. Please include this ErrorId if you contact support: 0-0 (0)");
        }
    }
}
