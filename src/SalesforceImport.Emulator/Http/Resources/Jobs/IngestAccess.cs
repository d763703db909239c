using SalesforceImport.Emulator.Bulk.Ingest;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary>Finds ingest jobs.</summary>
internal static class IngestAccess
{
    /// <summary>The first version with ingest jobs.</summary>
    public const int FirstVersion = 41;

    /// <summary>Finds the job that the path names; those of other users are out of sight.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static IngestJob Find(Exchange exchange)
    {
        BulkAccess.Check(exchange, FirstVersion);
        return exchange.Services.IngestJobs.Find(exchange.Arguments[0], exchange.Session.User) ?? throw ApiException.NotFound();
    }
}
