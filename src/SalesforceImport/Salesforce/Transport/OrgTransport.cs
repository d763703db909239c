using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>
/// The way of every counted request: retry, then the session, then the meter, then the network. Thread-safe; what belongs
/// to one request lives in that request.
/// </summary>
internal sealed class OrgTransport(HttpExchange exchange, SessionSource sessions, ResiliencePipeline retries, ILogger logger)
{
    private const int MaxRedirects = 2;

    private volatile OrgUsage? _lastUsage;

    public OrgUsage? LastUsage => _lastUsage;

    /// <summary>Sends a request and reads its answer; what fails while reading counts as a failed attempt.</summary>
    /// <param name="request">The request; repeated only if it says that it may be.</param>
    /// <param name="meter">Charged for every attempt, before it is sent.</param>
    /// <param name="read">Reads the answer, and owns the body once it has returned.</param>
    /// <param name="cancellationToken">Cancels waiting, sending and reading.</param>
    public async Task<T> SendAsync<T>(
        OrgRequest request, ICallMeter meter, Func<ResponseBody, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var exchangeState = new Attempts(request, meter);
        return await (request.MayRepeat ? retries : ResiliencePipeline.Empty)
            .ExecuteAsync(
                async (state, token) => await AttemptAsync(state, read, token).ConfigureAwait(false), exchangeState, cancellationToken)
            .ConfigureAwait(false);
    }

    private async ValueTask<T> AttemptAsync<T>(
        Attempts state, Func<ResponseBody, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var session = await sessions.GetAsync(cancellationToken).ConfigureAwait(false);
        var response = await FollowAsync(state, session, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            session = await RenewAsync(state, session, response, cancellationToken).ConfigureAwait(false);
            response = await FollowAsync(state, session, cancellationToken).ConfigureAwait(false);
        }

        var body = exchange.Body(response);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                var error = await OrgError.ReadAsync(response, body, exchange.TimeProvider, cancellationToken).ConfigureAwait(false);
                throw error.Status == HttpStatusCode.Unauthorized
                    ? SignInErrors.SessionRefused(error)
                    : OrgErrors.From(error, state.Request);
            }

            if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await OrgError.ReadAsync(response, body, exchange.TimeProvider, cancellationToken).ConfigureAwait(false);
                throw OrgErrors.NotJson(response.StatusCode, page.FirstLine, page.RetryAfter);
            }

            return await read(body, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private async Task<Session> RenewAsync(
        Attempts state, Session session, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        OrgError error;
        using (var body = exchange.Body(response))
        {
            error = await OrgError.ReadAsync(response, body, exchange.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        if (state.Renewed || !SignInErrors.IsCurable(error))
        {
            throw SignInErrors.SessionRefused(error);
        }

        state.Renewed = true;
        logger.SessionExpired(error.Code);
        var renewed = await sessions.RenewAsync(session, cancellationToken).ConfigureAwait(false);
        if (renewed.AccessToken == session.AccessToken)
        {
            throw SignInErrors.SessionRefused(error);
        }

        return state.Request.IsContinuation
            ? throw new QueryInterruptedException(
                QueryInterruption.SessionChanged,
                $"The session expired in the middle of {state.Request.What}, and the query's locator with it.",
                new SalesforceException(error.Message ?? "Session expired", error.Code, error.Status))
            : renewed;
    }

    private async Task<HttpResponseMessage> FollowAsync(Attempts state, Session session, CancellationToken cancellationToken)
    {
        var target = Resolve(state.Request, session);
        for (int redirects = 0; ; redirects++)
        {
            await state.Meter.ChargeAsync(state.Request.Kind, cancellationToken).ConfigureAwait(false);
            using var message = Message(state.Request, target, session);
            var response = await exchange.SendAsync(message, cancellationToken).ConfigureAwait(false);
            try
            {
                if (LimitInfo.From(response.Headers) is { } usage)
                {
                    _lastUsage = usage;
                    await state.Meter.ObserveAsync(usage, cancellationToken).ConfigureAwait(false);
                }

                if (!IsRedirect(response))
                {
                    return response;
                }

                target = Next(target, response, redirects);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            response.Dispose();
            logger.RedirectFollowed(target.Host);
        }
    }

    private static HttpRequestMessage Message(OrgRequest request, Uri target, Session session)
    {
        var message = new HttpRequestMessage(request.Method, target);
        message.Headers.Authorization = new("Bearer", session.AccessToken);
        message.Headers.Accept.Add(new(request.Accept));
        if (request.BatchSize is { } size)
        {
            message.Headers.Add("Sforce-Query-Options", $"batchSize={size}");
        }

        if (request.Json is { } json)
        {
            message.Content = new ByteArrayContent(json);
            message.Content.Headers.ContentType = new("application/json", "utf-8");
        }

        return message;
    }

    private static bool IsRedirect(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null;

    private static Uri Next(Uri from, HttpResponseMessage response, int redirects)
    {
        var to = new Uri(from, response.Headers.Location!);
        if (!RedirectRule.Allows(from, to))
        {
            throw new SalesforceException(
                $"'{from.Host}' redirects to '{to.Host}', which is not known to be the same org; the token was not sent there. "
                + "If the org has moved, set LoginUrl to its present My Domain URL.",
                null,
                response.StatusCode);
        }

        return redirects < MaxRedirects
            ? to
            : throw new SalesforceException($"'{from.Host}' redirects in circles. Set LoginUrl to the org's My Domain URL.", null, response.StatusCode);
    }

    private static Uri Resolve(OrgRequest request, Session session)
    {
        if (Uri.TryCreate(session.InstanceUrl, request.Target, out var target) && RedirectRule.SameHost(session.InstanceUrl, target))
        {
            return target;
        }

        throw new SalesforceException(
            $"The org wants {request.What} to go on at another host than its own ({target?.Host ?? "an address that is none"}). That is refused.");
    }

    private sealed class Attempts(OrgRequest request, ICallMeter meter)
    {
        public OrgRequest Request => request;

        public ICallMeter Meter => meter;

        public bool Renewed { get; set; }
    }
}
