using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SalesforceImport.Emulator.Auth;

/// <summary>The sessions and refresh tokens of the org. Thread-safe.</summary>
internal sealed class SessionStore(EmulatorOptions options, EmulatedOrg org)
{
    private const string TokenAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
    private const int TokenLength = 94;

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RefreshToken> _refreshTokens = new(StringComparer.Ordinal);

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Starts a session.</summary>
    public Session Open(int user, string clientId, string? family = null)
    {
        var now = Now;
        var session = new Session($"{org.Id[..15]}!AQ{RandomNumberGenerator.GetString(TokenAlphabet, TokenLength)}", user, clientId, family, now);
        session.Extend(now + options.SessionTimeout);
        _sessions[session.Token] = session;
        return session;
    }

    /// <summary>Finds the session of a token and extends it; null where there is none, or not any more.</summary>
    public Session? Use(string? token)
    {
        var session = token is null ? null : Look(token);
        session?.Extend(Now + options.SessionTimeout);
        return session;
    }

    /// <summary>Finds the session of a token; null where there is none, or not any more.</summary>
    public Session? Look(string token) => _sessions.TryGetValue(token, out var session) && session.IsLive(Now) ? session : null;

    /// <summary>Whether a token is a refresh token that can still be used.</summary>
    public bool IsRefreshToken(string token) => _refreshTokens.TryGetValue(token, out var refresh) && !refresh.IsRevoked;

    /// <summary>Ends a session, or a refresh token and every session that came from it; false where the token is neither.</summary>
    public bool Revoke(string token)
    {
        if (_sessions.TryGetValue(token, out var session))
        {
            session.Revoke();
            return true;
        }

        if (_refreshTokens.TryGetValue(token, out var refresh))
        {
            RevokeFamily(refresh.Family);
            return true;
        }

        return false;
    }

    public void RevokeAll()
    {
        foreach (var session in _sessions.Values)
        {
            session.Revoke();
        }
    }

    /// <summary>Ends every refresh token, as if someone else had used or revoked them; sessions stay.</summary>
    public void RevokeRefreshTokens()
    {
        foreach (var token in _refreshTokens.Values)
        {
            token.Revoke();
        }
    }

    public RefreshToken IssueRefreshToken(int user, string clientId, string? family = null)
    {
        var token = new RefreshToken("5Aep861" + RandomNumberGenerator.GetString(TokenAlphabet, 80), user, clientId, family ?? RandomNumberGenerator.GetHexString(16));
        _refreshTokens[token.Token] = token;
        return token;
    }

    /// <summary>Uses a refresh token; null where it cannot be used. A second use of a single-use token ends its whole family.</summary>
    public RefreshToken? UseRefreshToken(string token, string clientId)
    {
        if (!_refreshTokens.TryGetValue(token, out var refresh) || refresh.ClientId != clientId || refresh.IsRevoked)
        {
            return null;
        }

        if (options.RotateRefreshTokens && !refresh.TryUseOnce())
        {
            RevokeFamily(refresh.Family);
            return null;
        }

        return refresh;
    }

    private void RevokeFamily(string family)
    {
        foreach (var token in _refreshTokens.Values.Where(token => token.Family == family))
        {
            token.Revoke();
        }

        foreach (var session in _sessions.Values.Where(session => session.Family == family))
        {
            session.Revoke();
        }
    }
}
