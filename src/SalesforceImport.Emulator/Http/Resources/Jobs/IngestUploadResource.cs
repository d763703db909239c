using Microsoft.AspNetCore.Http.Features;
using SalesforceImport.Emulator.Bulk;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary>PUT <c>/jobs/ingest/{id}/batches</c>: takes the data of a job, once.</summary>
internal sealed class IngestUploadResource : IResource
{
    private const int MostBytes = 150 * 1024 * 1024;

    public string Pattern => "jobs/ingest/*/batches";

    public IReadOnlyList<string> Methods => ["PUT"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var job = IngestAccess.Find(exchange);
        var request = exchange.Http.Request;
        if (request.ContentType?.StartsWith(CsvFormat.ContentType, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new ApiException(415, "UNSUPPORTED_MEDIA_TYPE", $"Content type '{request.ContentType}' is not supported");
        }

        if (exchange.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        using var data = new MemoryStream();
        await request.Body.CopyToAsync(data, exchange.Http.RequestAborted).ConfigureAwait(false);
        if (!job.TryUpload(data.ToArray()))
        {
            throw new ApiException(400, "INVALIDJOBSTATE", $"Found multiple contents for job: <{job.Id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }

        exchange.Http.Response.StatusCode = 201;
    }
}
