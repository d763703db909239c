using System.Net;
using System.Text.Json;
using Polly;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.SignIn;

/// <summary>The org's <c>/services/oauth2/token</c>. Its requests are not counted against the API limit. Thread-safe.</summary>
internal sealed class TokenEndpoint(HttpExchange exchange, ResiliencePipeline retries)
{
    private const int MaxAnswer = 256 * 1024;

    public Uri LoginUrl => exchange.Settings.LoginUrl;

    public TimeProvider TimeProvider => exchange.TimeProvider;

    /// <summary>Asks for a token.</summary>
    /// <param name="fields">The form, made anew for each attempt: assertions age.</param>
    /// <param name="repeatWhenAnswerIsLost">False when asking twice could cost the credentials: a rotated refresh token works once.</param>
    /// <param name="cancellationToken">Cancels sending and waiting.</param>
    /// <exception cref="SalesforceSignInException">The sign-in was refused, or the org cannot be reached.</exception>
    public async Task<TokenAnswer> AskAsync(
        Func<IEnumerable<KeyValuePair<string, string>>> fields, bool repeatWhenAnswerIsLost, CancellationToken cancellationToken)
    {
        try
        {
            return await retries
                .ExecuteAsync(async token => await AttemptAsync(fields(), repeatWhenAnswerIsLost, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OrgUnavailableException failure)
        {
            throw SignInErrors.GaveUp(failure);
        }
    }

    private async Task<TokenAnswer> AttemptAsync(
        IEnumerable<KeyValuePair<string, string>> fields, bool repeatWhenAnswerIsLost, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(fields, cancellationToken).ConfigureAwait(false);
        }
        catch (OrgUnavailableException failure) when (failure.AnswerLost && !repeatWhenAnswerIsLost)
        {
            throw SignInErrors.GaveUp(failure);
        }
    }

    private async Task<TokenAnswer> PostAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var address = new Uri(LoginUrl.AbsoluteUri.TrimEnd('/') + "/services/oauth2/token");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        using var response = await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var body = exchange.Body(response);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            var to = response.Headers.Location is { } location ? new Uri(address, location) : null;
            throw SignInErrors.Redirected(LoginUrl, to, response.StatusCode);
        }

        if (!response.IsSuccessStatusCode)
        {
            var error = await OrgError.ReadAsync(response, body, exchange.TimeProvider, cancellationToken).ConfigureAwait(false);
            throw SignInErrors.FromTokenEndpoint(error, LoginUrl);
        }

        byte[] bytes = await body.ReadWholeAsync(MaxAnswer, cancellationToken).ConfigureAwait(false);
        try
        {
            return TokenAnswer.Parse(bytes)
                ?? throw new SalesforceSignInException(
                    $"'{LoginUrl.Host}' answered the sign-in without a token. Check that LoginUrl is the org's My Domain URL.", null, response.StatusCode);
        }
        catch (JsonException)
        {
            throw SignInErrors.FromTokenEndpoint(OrgError.Parse(HttpStatusCode.OK, bytes, null), LoginUrl);
        }
    }
}
