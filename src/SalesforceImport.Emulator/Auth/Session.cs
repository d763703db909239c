namespace SalesforceImport.Emulator.Auth;

/// <summary>A signed-in user. Its time of expiry moves on with every use.</summary>
internal sealed class Session(string token, int user, string clientId, string? family, DateTimeOffset opened)
{
    private long _until;
    private volatile bool _revoked;

    public string Token => token;

    /// <summary>The number of the user.</summary>
    public int User => user;

    /// <summary>The app that the user came with.</summary>
    public string ClientId => clientId;

    /// <summary>The refresh tokens that this session came from; null where it came from none.</summary>
    public string? Family => family;

    public DateTimeOffset Opened => opened;

    public DateTimeOffset Until => new(Interlocked.Read(ref _until), TimeSpan.Zero);

    public bool IsLive(DateTimeOffset now) => !_revoked && now < Until;

    public void Extend(DateTimeOffset until) => Interlocked.Exchange(ref _until, until.UtcTicks);

    public void Revoke() => _revoked = true;
}
