namespace SalesforceImport.Emulator.Auth;

/// <summary>A signed-in user. Its time of expiry moves on with every use.</summary>
internal sealed class Session(string token, int user, string? family)
{
    private long _until;
    private volatile bool _revoked;

    public string Token => token;

    /// <summary>The number of the user.</summary>
    public int User => user;

    /// <summary>The refresh tokens that this session came from; null where it came from none.</summary>
    public string? Family => family;

    public bool IsLive(DateTimeOffset now) => !_revoked && now.UtcTicks < Interlocked.Read(ref _until);

    public void Extend(DateTimeOffset until) => Interlocked.Exchange(ref _until, until.UtcTicks);

    public void Revoke() => _revoked = true;
}
