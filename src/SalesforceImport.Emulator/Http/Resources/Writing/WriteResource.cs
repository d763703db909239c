using SalesforceImport.Emulator.Data.Editing;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>A resource that writes one record, and says why where the org does not take it.</summary>
internal abstract class WriteResource : IResource
{
    public abstract string Pattern { get; }

    public abstract IReadOnlyList<string> Methods { get; }

    public async Task AnswerAsync(Exchange exchange)
    {
        try
        {
            await WriteAsync(exchange).ConfigureAwait(false);
        }
        catch (WriteException refusal)
        {
            await WriteAnswers.RefusedAsync(exchange, refusal).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out the request.</summary>
    /// <exception cref="WriteException">The org does not take the record.</exception>
    protected abstract Task WriteAsync(Exchange exchange);

    protected static Task NothingAsync(Exchange exchange)
    {
        exchange.Http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
