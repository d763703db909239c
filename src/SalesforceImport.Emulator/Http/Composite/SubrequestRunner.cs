using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http.Composite;

/// <summary>Answers a request inside another as if it had come by itself, past the edge and with the session of the one around it.</summary>
internal sealed class SubrequestRunner(Exchange outer)
{
    private static readonly string[] Repeated = ["ETag", "Last-Modified", "Location"];

    public async Task<Subanswer> RunAsync(Subrequest request)
    {
        var target = RequestTarget.Parse(request.Url);
        if (target.Segments is ["services", "data", _, "composite"] or ["services", "data", _, "composite", "batch" or "graph"])
        {
            return Subanswer.Error(400, "INVALID_INPUT", "Composite requests can not hold each other");
        }

        var context = ContextOf(request);
        var body = new MemoryStream();
        await using var written = body.ConfigureAwait(false);
        context.Response.Body = body;
        try
        {
            await DataApi.AnswerAsync(outer.Services, context, target, outer.Session).ConfigureAwait(false);
            await context.Response.BodyWriter.FlushAsync(outer.Http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var refusal = Refusals.Of(outer.Services, failure, request.Method, target.Path);
            return Subanswer.Error(refusal.Status, refusal.ErrorCode, refusal.Message);
        }

        var headers = Repeated.Select(name => (name, context.Response.Headers[name].ToString())).Where(header => header.Item2.Length > 0);
        return new Subanswer(context.Response.StatusCode, body.ToArray(), [.. headers]);
    }

    private DefaultHttpContext ContextOf(Subrequest request)
    {
        var context = new DefaultHttpContext { RequestAborted = outer.Http.RequestAborted };
        context.Request.Method = request.Method;
        foreach (var (name, value) in request.Headers)
        {
            context.Request.Headers[name] = value;
        }

        context.Request.ContentType = "application/json";
        context.Request.ContentLength = request.Body.Length;
        context.Request.Body = new MemoryStream(request.Body.ToArray(), writable: false);
        return context;
    }
}
