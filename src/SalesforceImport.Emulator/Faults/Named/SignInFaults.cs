using static SalesforceImport.Emulator.Faults.Named.Bodies;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>Faults of sign-in and sessions.</summary>
internal static class SignInFaults
{
    public static IReadOnlyList<NamedFault> All { get; } =
    [
        new("session-expired", "The session has ended: 401, and again with the same token.", DataApi, FaultAction.ExpireSession),
        new("session-killed-with-locator", "Session and locators end in the middle of a query, so that a new session does not help.", QueryMore, FaultAction.Both(FaultAction.ExpireSession, FaultAction.ExpireLocator)),
        new("session-not-valid-for-rest", "401 that no refresh cures.", DataApi, Error(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"), null),
        new("agent-not-attached", "401 that no refresh cures, in other words.", DataApi, Error(401, "INVALID_SESSION_ID", "Connected app is not attached to Agent"), null),
        new("jwt-format", "401 in the middle of a long run, though the token was good.", DataApi, Error(401, "INVALID_JWT_FORMAT", "Invalid JWT format")),
        new("invalid-auth-header", "401: the token is no token.", DataApi, Error(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE")),
        new("token-rotated", "Session and refresh tokens end: someone else has used the single-use token.", DataApi, FaultAction.Both(FaultAction.ExpireSession, FaultAction.RevokeRefreshTokens)),
        new("oauth-invalid-grant-expired", "A refresh is refused.", Token, SignIn("expired access/refresh token"), null),
        new("oauth-bad-password", "A sign-in is refused.", Token, SignIn("authentication failure - Invalid Password"), null),
        new("oauth-maintenance-html", "The token address answers with a page for people.", Token, Html(503, Maintenance)),
    ];
}
