using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>Who is signed in: <c>/services/oauth2/userinfo</c> and the identity URL.</summary>
internal static class UserInfo
{
    /// <summary>Answers who is signed in.</summary>
    /// <param name="services">The org.</param>
    /// <param name="context">The request.</param>
    /// <param name="identity">The org and user that an identity URL names; null for userinfo.</param>
    public static Task AnswerAsync(OrgServices services, HttpContext context, (string Org, string User)? identity)
    {
        var token = BearerToken.Read(context.Request);
        var session = services.Sessions.Use(token);
        if (session is null)
        {
            return Answers.TextAsync(context, 403, Answers.Html, token is null ? "Missing_OAuth_Token" : "Bad_OAuth_Token");
        }

        var user = services.Org.Find(services.Org.IdAt("User", session.User))!;
        if (identity is { } named && !(Same(named.Org, services.Org.Id) && Same(named.User, user.Id)))
        {
            return Answers.TextAsync(context, 404, Answers.Html, "Bad_Id");
        }

        return Answers.JsonAsync(context, 200, json => Write(services, user, json));
    }

    private static bool Same(string a, string b) => RecordId.TryParse(a, out var x) && RecordId.TryParse(b, out var y) && x == y;

    private static void Write(OrgServices services, EmulatedRecord user, Utf8JsonWriter json)
    {
        var url = services.BaseUrl;
        json.WriteStartObject();
        json.WriteString("sub", $"{url}/id/{services.Org.Id}/{user.Id}");
        json.WriteString("user_id", user.Id);
        json.WriteString("organization_id", services.Org.Id);
        json.WriteString("preferred_username", (string?)user["Username"]);
        json.WriteString("nickname", (string?)user["Alias"]);
        json.WriteString("name", (string?)user["Name"]);
        json.WriteString("email", (string?)user["Email"]);
        json.WriteBoolean("email_verified", true);
        json.WriteString("given_name", (string?)user["FirstName"]);
        json.WriteString("family_name", (string?)user["LastName"]);
        json.WriteString("zoneinfo", (string?)user["TimeZoneSidKey"]);
        json.WriteStartObject("urls");
        json.WriteString("rest", url + "/services/data/v{version}/");
        json.WriteString("sobjects", url + "/services/data/v{version}/sobjects/");
        json.WriteString("query", url + "/services/data/v{version}/query/");
        json.WriteString("profile", $"{url}/{user.Id}");
        json.WriteString("custom_domain", url);
        json.WriteEndObject();
        json.WriteBoolean("active", true);
        json.WriteString("user_type", "STANDARD");
        json.WriteString("language", (string?)user["LanguageLocaleKey"]);
        json.WriteString("locale", (string?)user["LocaleSidKey"]);
        json.WriteNumber("utcOffset", -28_800_000);
        json.WriteString("updated_at", ((DateTimeOffset)user["SystemModstamp"]!).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
