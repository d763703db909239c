using System.Net;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.SignIn;

/// <summary>Says what a refused sign-in or session means, and where to put it right.</summary>
internal static class SignInErrors
{
    private static readonly string[] Incurable =
        ["This session is not valid for use with the REST API", "Connected app is not attached to Agent"];

    /// <summary>Whether a fresh session may help. Some refusals come back however often one signs in.</summary>
    public static bool IsCurable(OrgError error) => !Incurable.Any(error.Says);

    public static SalesforceSignInException SessionRefused(OrgError error) => new(
        $"The org refuses the session: {Said(error)}. "
        + (IsCurable(error)
            ? "It was renewed once, without effect. Check that the app's policies allow the scope 'api', and that the user may use the API."
            : "Signing in again does not help; the app's policies in Salesforce's setup must allow API access (scope 'api')."),
        error.Code,
        error.Status);

    /// <summary>The token endpoint's own refusal.</summary>
    public static SalesforceException FromTokenEndpoint(OrgError error, Uri loginUrl)
    {
        if (!error.IsJson)
        {
            return NotJson(error, loginUrl);
        }

        if ((int)error.Status >= 500 || (int)error.Status is 420 or 429)
        {
            return new OrgUnavailableException(
                $"'{loginUrl.Host}' is unavailable for signing in (HTTP {(int)error.Status}, {Said(error)}).", error.Code, error.Status)
            {
                Retry = Transient(error),
            };
        }

        return new SalesforceSignInException($"Salesforce refused the sign-in ({Said(error)}). {Advice(error, loginUrl)}", error.Code, error.Status);
    }

    public static SalesforceSignInException Redirected(Uri loginUrl, Uri? to, HttpStatusCode status) => new(
        $"'{loginUrl.Host}' redirects sign-ins to '{to?.Host ?? "another address"}'; credentials are not sent along. If that is your org, set LoginUrl to it.",
        null,
        status);

    /// <summary>What ends a sign-in after its retries.</summary>
    public static SalesforceSignInException GaveUp(SalesforceException cause) =>
        new($"Could not sign in. {cause.Message}", cause.ErrorCode, cause.HttpStatus, cause);

    public static SalesforceSignInException OtherOrg(SalesforceId expected, SalesforceId actual) => new(
        $"The credentials now lead to the org {actual}, and no longer to {expected}. Its records must not mix with those of the first: use a registration of its own.");

    private static SalesforceException NotJson(OrgError error, Uri loginUrl)
    {
        string page = error.FirstLine is null ? "nothing" : $"a page ('{error.FirstLine}')";
        string message = $"'{loginUrl.Host}' answered the sign-in with {page} (HTTP {(int)error.Status}) instead of JSON. ";
        return error.Status == HttpStatusCode.NotFound
            ? new SalesforceSignInException(message + "Set LoginUrl to the org's My Domain URL, such as https://yourdomain.my.salesforce.com.", null, error.Status)
            : new OrgUnavailableException(
                message + "The org may be under maintenance (see status.salesforce.com); if it lasts, set LoginUrl to the org's My Domain URL.", null, error.Status)
            {
                Retry = Transient(error),
            };
    }

    private static RetryAdvice Transient(OrgError error) =>
        new((int)error.Status == 420 ? 2 : int.MaxValue, Slow: (int)error.Status != 429, error.RetryAfter);

    private static string Advice(OrgError error, Uri loginUrl) => error.Code switch
    {
        "invalid_grant" when error.Says("not supported on this domain") =>
            $"Client credentials work on the org's own address only: use your My Domain URL, such as https://yourdomain.my.salesforce.com, as LoginUrl (it is {loginUrl.GetLeftPart(UriPartial.Authority)}).",
        "invalid_grant" when error.Says("no client credentials user") =>
            "The app has no run-as user: in Salesforce's setup, open the app's policies and choose one under Client Credentials Flow.",
        "invalid_grant" when error.Says("expired access/refresh token") =>
            "The refresh token has expired or was revoked, which also happens when an old one is used twice. Have the user authorise the app again.",
        "invalid_grant" when error.Says("hasn't approved") =>
            "The user has not approved the app: in the app's policies choose 'Admin approved users are pre-authorized', and add the user's profile or permission set.",
        "invalid_grant" when error.Says("audience") =>
            "The assertion's audience does not fit: it is https://login.salesforce.com for production and https://test.salesforce.com for sandboxes.",
        "invalid_grant" when error.Says("authentication failure") =>
            "User name, password or security token are wrong, the user is locked, or the user's login hours and IP ranges keep this machine out.",
        "invalid_grant" => "Check the user, the app's policies, and this machine's clock.",
        "invalid_client_id" =>
            "Salesforce does not know this client id (consumer key) on this host. Check it, and LoginUrl; a new app takes up to ten minutes to be known everywhere.",
        "invalid_client" when error.Says("must be installed") => "The app must be installed in this org by an administrator.",
        "invalid_client" => "The client secret does not belong to the client id. Copy the consumer secret anew.",
        "invalid_app_access" => "The user is not among those whom the app's policies admit.",
        "unsupported_grant_type" => "This way of signing in is switched off for the app or the org, or LoginUrl is not a sign-in host.",
        "inactive_user" => "The user is not active.",
        "inactive_org" => "The org is not active.",
        "rate_limit_exceeded" => "Too many sign-ins in a short time; wait, and keep sessions longer.",
        _ => "Check LoginUrl, the app and the user.",
    };

    private static string Said(OrgError error) => string.Join(
        ": ",
        new[] { error.Code, error.Message is null ? null : BodyText.Message(error.Message) }.Where(part => !string.IsNullOrEmpty(part)).DefaultIfEmpty($"HTTP {(int)error.Status}"));
}
