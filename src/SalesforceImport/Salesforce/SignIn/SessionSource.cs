using Microsoft.Extensions.Logging;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.SignIn;

/// <summary>Keeps the org's session, and sees to it that one caller at a time signs in while the others wait. Thread-safe.</summary>
internal sealed class SessionSource(
    SalesforceCredentials credentials, TokenEndpoint endpoint, SalesforceOrgSettings settings, ILogger logger)
{
    private readonly Lock _gate = new();
    private Session? _current;
    private Task<Session>? _signingIn;
    private SalesforceId? _org;

    /// <summary>The session, signing in if there is none.</summary>
    public ValueTask<Session> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _current) is { } current
            ? ValueTask.FromResult(current)
            : new ValueTask<Session>(JoinAsync(null).WaitAsync(cancellationToken));

    /// <summary>Another session than the one that the org has refused; the one that somebody else has got meanwhile, if so.</summary>
    public Task<Session> RenewAsync(Session refused, CancellationToken cancellationToken) => JoinAsync(refused).WaitAsync(cancellationToken);

    private Task<Session> JoinAsync(Session? refused)
    {
        lock (_gate)
        {
            if (_current is { } current && !ReferenceEquals(current, refused))
            {
                return Task.FromResult(current);
            }

            _current = null;

            // Not cancelled with its first caller: others may wait for it, and an answer thrown away could be the only
            // copy of a new refresh token.
            return _signingIn ??= Task.Run(SignInAsync);
        }
    }

    private async Task<Session> SignInAsync()
    {
        try
        {
            var answer = await credentials.SignInAsync(endpoint, CancellationToken.None).ConfigureAwait(false);
            var session = CreateSession(answer);
            lock (_gate)
            {
                if (_org is { } expected && session.OrgId is { } actual && expected != actual)
                {
                    throw SignInErrors.OtherOrg(expected, actual);
                }

                _org ??= session.OrgId;
                _current = session;
                _signingIn = null;
            }

            logger.SignedIn(session.InstanceUrl.Host);
            return session;
        }
        catch
        {
            lock (_gate)
            {
                _signingIn = null;
            }

            throw;
        }
    }

    private Session CreateSession(TokenAnswer answer)
    {
        var instance = settings.LoginUrl;
        if (!string.IsNullOrEmpty(answer.InstanceUrl))
        {
            instance = Uri.TryCreate(answer.InstanceUrl, UriKind.Absolute, out var told)
                ? SecureUrl.Check(told, settings, "The instance URL that the org gave,")
                : throw new SalesforceSignInException("The org gave an instance URL that is no address.");
        }

        return new Session(
            answer.AccessToken, instance, OrgIds.FromIdentityUrl(answer.IdentityUrl) ?? OrgIds.FromToken(answer.AccessToken));
    }
}
