using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Bulk.Ingest;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/ingest/{id}</c>: an ingest job, which is started, aborted and deleted here.</summary>
internal sealed class IngestJobResource : IResource
{
    public string Pattern => "jobs/ingest/*";

    public IReadOnlyList<string> Methods => ["GET", "PATCH", "DELETE"];

    public Task AnswerAsync(Exchange exchange)
    {
        var job = IngestAccess.Find(exchange);
        var method = exchange.Http.Request.Method;
        return HttpMethods.IsPatch(method) ? MoveAsync(exchange, job)
            : HttpMethods.IsDelete(method) ? DeleteAsync(exchange, job)
            : Answers.JsonAsync(exchange.Http, 200, json => new IngestWriter(json, exchange.Services.Org, exchange.VersionPath).WriteWhole(job));
    }

    private static async Task MoveAsync(Exchange exchange, IngestJob job)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var name = JsonBody.Text(body.RootElement, "state");
        IngestState? wanted = name switch
        {
            nameof(IngestState.UploadComplete) => IngestState.UploadComplete,
            nameof(IngestState.Aborted) => IngestState.Aborted,
            _ => null,
        };
        if (wanted is not { } state || !job.TryMove(state))
        {
            throw new ApiException(400, "INVALIDJOBSTATE", $"Moving a job from the state {job.State} to {name} is not allowed");
        }

        await Answers.JsonAsync(exchange.Http, 200, json => new IngestWriter(json, exchange.Services.Org, exchange.VersionPath).Write(job)).ConfigureAwait(false);
    }

    private static Task DeleteAsync(Exchange exchange, IngestJob job)
    {
        if (!job.IsEnded && job.State != IngestState.UploadComplete)
        {
            throw new ApiException(400, "API_ERROR", "Error encountered when deleting the job because the job is not terminated");
        }

        exchange.Services.IngestJobs.Remove(job);
        exchange.Http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
