using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>
/// Tells the hosts that every org shares, such as login.salesforce.com, from the org's own domain. On loopback the first are
/// <c>login.localhost</c> and <c>test.localhost</c>, the second is any other name.
/// </summary>
internal static class LoginHost
{
    public const string Name = "login.localhost";

    private static readonly string[] Prefixes = ["login.", "test."];

    public static bool IsShared(HttpRequest request) =>
        Array.Exists(Prefixes, prefix => request.Host.Host.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
