namespace SalesforceImport.Emulator.Faults;

/// <summary>Lets the org answer, and changes what it answered before any of it is sent.</summary>
internal sealed class RewriteAction(Func<ReadOnlyMemory<byte>, string?, RewrittenBody> rewrite) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        // What is to be changed must be readable.
        strike.Http.Request.Headers.Remove("Accept-Encoding");
        strike.Http.Items[typeof(RewriteAction)] = strike.Http.Response.Body;
        strike.Http.Response.Body = new MemoryStream();
        return Task.FromResult(false);
    }

    internal override async Task FinishAsync(FaultStrike strike)
    {
        var response = strike.Http.Response;
        await response.BodyWriter.FlushAsync(strike.Stopping).ConfigureAwait(false);
        var answered = ((MemoryStream)response.Body).ToArray();
        response.Body = (Stream)strike.Http.Items[typeof(RewriteAction)]!;
        var body = rewrite(answered, response.ContentType);
        response.ContentLength = body.Announced;
        await response.Body.WriteAsync(body.Bytes, strike.Stopping).ConfigureAwait(false);
    }
}
