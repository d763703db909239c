using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Bulk;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/query/{id}</c>: a query job, which can be aborted and deleted.</summary>
internal sealed class QueryJobResource : IResource
{
    public string Pattern => "jobs/query/*";

    public IReadOnlyList<string> Methods => ["GET", "PATCH", "DELETE"];

    public Task AnswerAsync(Exchange exchange)
    {
        BulkAccess.Check(exchange);
        var job = BulkAccess.Find(exchange);
        var method = exchange.Http.Request.Method;
        return HttpMethods.IsPatch(method) ? AbortAsync(exchange, job)
            : HttpMethods.IsDelete(method) ? DeleteAsync(exchange, job)
            : Answers.JsonAsync(exchange.Http, 200, json => new JobWriter(json, exchange.Services.Org).WriteWhole(job));
    }

    private static async Task AbortAsync(Exchange exchange, QueryJob job)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        if (JsonBody.Text(body.RootElement, "state") is var state && state != nameof(JobState.Aborted))
        {
            throw new ApiException(400, "INVALIDJOBSTATE", $"A query job cannot be set to the state {state}");
        }

        if (!job.TryAbort())
        {
            throw new ApiException(400, "INVALIDJOBSTATE", $"Aborting a job in the state {job.Look().State} is not allowed");
        }

        await Answers.JsonAsync(exchange.Http, 200, json => new JobWriter(json, exchange.Services.Org).WriteAborted(job)).ConfigureAwait(false);
    }

    private static Task DeleteAsync(Exchange exchange, QueryJob job)
    {
        if (!job.Look().IsEnded)
        {
            throw new ApiException(400, "API_ERROR", "Error encountered when deleting the job because the job is not terminated");
        }

        exchange.Services.QueryJobs.Remove(job);
        exchange.Http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
