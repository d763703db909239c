namespace SalesforceImport.Emulator.Auth;

/// <summary>What a browser brings back to an app that a user has let in, to be changed for a token.</summary>
/// <param name="Code">The code.</param>
/// <param name="User">The number of the user.</param>
/// <param name="ClientId">The app.</param>
/// <param name="RedirectUri">Where the browser was sent, to be named again exactly.</param>
/// <param name="Challenge">What the verifier must hash to; null where the app sent none.</param>
/// <param name="Until">When the code expires.</param>
internal sealed record AuthorizationCode(string Code, int User, string ClientId, string RedirectUri, string? Challenge, DateTimeOffset Until);
