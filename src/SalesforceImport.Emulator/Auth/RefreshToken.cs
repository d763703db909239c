namespace SalesforceImport.Emulator.Auth;

/// <summary>A refresh token. Those that replace one another are a family.</summary>
internal sealed class RefreshToken(string token, int user, string clientId, string family)
{
    private int _uses;
    private volatile bool _revoked;

    public string Token => token;

    public int User => user;

    public string ClientId => clientId;

    public string Family => family;

    public bool IsRevoked => _revoked;

    public bool TryUseOnce() => Interlocked.Increment(ref _uses) == 1;

    public void Revoke() => _revoked = true;
}
