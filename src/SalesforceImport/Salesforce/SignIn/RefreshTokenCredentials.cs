namespace SalesforceImport.Salesforce.SignIn;

/// <summary>A refresh token, which the org may replace with every use.</summary>
internal sealed class RefreshTokenCredentials(
    string clientId, string? clientSecret, string refreshToken, Func<string, CancellationToken, Task> onRotated) : SalesforceCredentials
{
    private string _current = refreshToken;
    private bool _unsaved;

    public override async Task<TokenAnswer> SignInAsync(TokenEndpoint endpoint, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        var answer = await endpoint.AskAsync(Fields, repeatWhenAnswerIsLost: false, cancellationToken).ConfigureAwait(false);
        if (answer.RefreshToken is { Length: > 0 } rotated && rotated != _current)
        {
            // The old one is dead by now: were the new one used before the host has it, a crash would lock the host out.
            _current = rotated;
            _unsaved = true;
            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_unsaved)
        {
            await onRotated(_current, cancellationToken).ConfigureAwait(false);
            _unsaved = false;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("grant_type", "refresh_token");
        yield return new("client_id", clientId);
        if (!string.IsNullOrEmpty(clientSecret))
        {
            yield return new("client_secret", clientSecret);
        }

        yield return new("refresh_token", _current);
    }
}
