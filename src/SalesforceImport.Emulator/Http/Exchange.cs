using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Auth;
using SalesforceImport.Emulator.Querying;

namespace SalesforceImport.Emulator.Http;

/// <summary>A request to the data API, past sign-in and limits.</summary>
/// <param name="Services">The org.</param>
/// <param name="Http">The request and its answer.</param>
/// <param name="Target">What was asked.</param>
/// <param name="Version">The API version, such as <c>v67.0</c>.</param>
/// <param name="Session">Who asks.</param>
/// <param name="Arguments">The parts of the path that the resource leaves open.</param>
internal sealed record Exchange(OrgServices Services, HttpContext Http, RequestTarget Target, string Version, Session Session, IReadOnlyList<string> Arguments)
{
    /// <summary>The path that the resources of this version start with.</summary>
    public string VersionPath => "/services/data/" + Version;

    /// <summary>Starts the time that a query may take.</summary>
    public QueryClock StartClock() => new(Services.Options.TimeProvider, Services.Options.QueryTimeLimit, Http.RequestAborted);

    /// <summary>A query parameter; null where it is missing.</summary>
    public string? Parameter(string name) => (Target.Parameters
        ?? throw new ApiException(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "The query string is malformed")).GetValueOrDefault(name);
}
