namespace SalesforceImport.Emulator.Auth;

/// <summary>A successful sign-in.</summary>
/// <param name="Session">The session.</param>
/// <param name="NewRefreshToken">The refresh token that replaces the one used; null where there is none.</param>
internal sealed record Grant(Session Session, RefreshToken? NewRefreshToken = null);
