using System.Net.Http.Headers;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>One HTTP request and the headers of its answer, without retries, tokens or counting. Thread-safe.</summary>
internal sealed class HttpExchange(
    IHttpClientFactory clients, string clientName, SalesforceOrgSettings settings, TimeProvider timeProvider, ServerClock clock)
{
    private static readonly string Version = typeof(HttpExchange).Assembly.GetName().Version?.ToString(3) ?? "0";
    private static readonly ProductInfoHeaderValue UserAgent = new("SalesforceImport", Version);
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public TimeProvider TimeProvider => timeProvider;

    public SalesforceOrgSettings Settings => settings;

    /// <summary>Sends and waits for the headers. The caller disposes the answer.</summary>
    /// <exception cref="OrgUnavailableException">No answer came.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Add(UserAgent);
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.Add(Json);
        }

        request.Headers.Add("Sforce-Call-Options", $"client=SalesforceImport/{Version}");
        using var timeout = new CancellationTokenSource(settings.RequestTimeout, timeProvider);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            var response = await clients.CreateClient(clientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token)
                .ConfigureAwait(false);
            clock.Observe(response.Headers.Date);
            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TransportErrors.TimedOut(request.RequestUri!, settings.RequestTimeout);
        }
        catch (HttpRequestException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportErrors.From(failure, request.RequestUri!);
        }
    }

    public ResponseBody Body(HttpResponseMessage response) => new(response, settings, timeProvider);
}
