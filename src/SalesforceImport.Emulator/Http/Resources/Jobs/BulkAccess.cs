using SalesforceImport.Emulator.Bulk;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary>Who may do what with query jobs, and from which version of the API on.</summary>
internal static class BulkAccess
{
    /// <summary>The first version with query jobs.</summary>
    public const int FirstVersion = 47;

    /// <exception cref="ApiException">The version has no such resource, or the org no Bulk API.</exception>
    public static void Check(Exchange exchange, int firstVersion = FirstVersion)
    {
        if (ApiVersions.NumberOf(exchange.Version) < firstVersion)
        {
            throw ApiException.NotFound();
        }

        if (!exchange.Services.Options.Bulk.Enabled)
        {
            throw new ApiException(403, "FEATURENOTENABLED", "Async API not enabled");
        }
    }

    /// <summary>Finds the job that the path names; those of other users are out of sight.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static QueryJob Find(Exchange exchange)
    {
        var job = exchange.Services.QueryJobs.Find(exchange.Arguments[0]);
        return job?.Request.User == exchange.Session.User ? job : throw ApiException.NotFound();
    }

    /// <summary>Finds the job that the path names, whose result is to be read.</summary>
    /// <exception cref="ApiException">There is none, it has no result, or it is of another version.</exception>
    public static (QueryJob Job, Querying.RowSequence Rows) FindResult(Exchange exchange)
    {
        var job = Find(exchange);
        if (job.Request.Version != ApiVersions.NumberOf(exchange.Version))
        {
            throw new ApiException(409, "INVALIDVERSION", $"The job was created with API version {job.Request.Version}.0; its results must be requested with the same version");
        }

        var view = job.Look();
        return view.Rows is { } rows
            ? (job, rows)
            : throw new ApiException(400, "INVALIDJOBSTATE", $"Results can be retrieved only from a job in the state JobComplete; this one is in the state {view.State}");
    }
}
