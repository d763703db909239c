namespace SalesforceImport.Salesforce.SignIn;

/// <summary>Tokens that the host gets by its own means.</summary>
internal sealed class HostTokenCredentials(Func<CancellationToken, ValueTask<string>> getToken) : SalesforceCredentials
{
    public override async Task<TokenAnswer> SignInAsync(TokenEndpoint endpoint, CancellationToken cancellationToken)
    {
        string token = await getToken(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new SalesforceSignInException("The host supplied an empty access token. The delegate given to UseAccessToken must return one.");
        }

        return token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new SalesforceSignInException("The host supplied an access token with a line break, a blank or another character that no token holds. The delegate given to UseAccessToken must return the token alone.")
            : new TokenAnswer(token, null, null, null);
    }
}
