namespace SalesforceImport.Salesforce.SignIn;

/// <summary>An assertion signed with the app's private key, made anew for each attempt.</summary>
internal sealed class JwtBearerCredentials(string clientId, string username, string privateKeyPem, string? audience) : SalesforceCredentials
{
    public override Task<TokenAnswer> SignInAsync(TokenEndpoint endpoint, CancellationToken cancellationToken) =>
        endpoint.AskAsync(
            () =>
            [
                new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
                new("assertion", JwtAssertion.Create(
                    clientId, username, audience ?? JwtAssertion.AudienceFor(endpoint.LoginUrl), privateKeyPem, endpoint.TimeProvider.GetUtcNow())),
            ],
            repeatWhenAnswerIsLost: true,
            cancellationToken);
}
