using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary><c>/_emulator/sign-in</c>: all that one needs to sign in to this org, made from its seed.</summary>
internal static class SignInAnswer
{
    public static Task WriteAsync(OrgServices services, HttpContext context) => Answers.JsonAsync(context, 200, json =>
    {
        json.WriteStartObject();
        json.WriteString("clientId", services.Apps.ClientId);
        json.WriteString("clientSecret", services.Apps.ClientSecret);
        json.WriteString("username", services.Org.Username);
        json.WriteString("password", services.Apps.Password);
        json.WriteString("securityToken", services.Apps.SecurityToken);
        json.WriteString("organizationId", services.Org.Id);
        json.WriteString("loginUrl", services.LoginUrl);
        json.WriteEndObject();
    });
}
