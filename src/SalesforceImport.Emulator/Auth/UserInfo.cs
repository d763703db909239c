using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>Who is signed in: <c>/services/oauth2/userinfo</c> and the identity URL, which say the same in different words.</summary>
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
        if (identity is not { } named)
        {
            return Answers.JsonAsync(context, 200, json => WriteUserInfo(services, user, json));
        }

        return Same(named.Org, services.Org.Id) && Same(named.User, user.Id)
            ? Answers.JsonAsync(context, 200, json => WriteIdentity(services, user, json))
            : Answers.TextAsync(context, 404, Answers.Html, "Bad_Id");
    }

    private static bool Same(string a, string b) => RecordId.TryParse(a, out var x) && RecordId.TryParse(b, out var y) && x == y;

    private static void WriteUserInfo(OrgServices services, EmulatedRecord user, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("sub", $"{services.BaseUrl}/id/{services.Org.Id}/{user.Id}");
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
        UserAddresses.WritePhotos(json, services.BaseUrl, user.Id);
        json.WriteString("profile", $"{services.BaseUrl}/{user.Id}");
        json.WriteString("picture", UserAddresses.Picture(services.BaseUrl, user.Id));
        json.WriteStartObject("address");
        json.WriteEndObject();
        UserAddresses.Write(json, services.BaseUrl, services.Org.Id, user.Id);
        WriteEnd(user, json, "updated_at");
        json.WriteBoolean("is_salesforce_integration_user", true);
        json.WriteBoolean("is_app_installed", true);
        json.WriteEndObject();
    }

    private static void WriteIdentity(OrgServices services, EmulatedRecord user, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", $"{services.BaseUrl}/id/{services.Org.Id}/{user.Id}");
        json.WriteBoolean("asserted_user", true);
        json.WriteString("user_id", user.Id);
        json.WriteString("organization_id", services.Org.Id);
        json.WriteString("username", (string?)user["Username"]);
        json.WriteString("nick_name", (string?)user["Alias"]);
        json.WriteString("display_name", (string?)user["Name"]);
        json.WriteString("email", (string?)user["Email"]);
        json.WriteBoolean("email_verified", true);
        json.WriteString("first_name", (string?)user["FirstName"]);
        json.WriteString("last_name", (string?)user["LastName"]);
        json.WriteString("timezone", (string?)user["TimeZoneSidKey"]);
        UserAddresses.WritePhotos(json, services.BaseUrl, user.Id);
        foreach (var part in (string[])["street", "city", "state", "country", "zip"])
        {
            json.WriteNull("addr_" + part);
        }

        json.WriteNull("mobile_phone");
        json.WriteBoolean("mobile_phone_verified", false);
        json.WriteBoolean("is_lightning_login_user", false);
        json.WriteStartObject("status");
        json.WriteNull("created_date");
        json.WriteNull("body");
        json.WriteEndObject();
        UserAddresses.Write(json, services.BaseUrl, services.Org.Id, user.Id);
        WriteEnd(user, json, "last_modified_date");
        json.WriteBoolean("is_app_installed", true);
        json.WriteEndObject();
    }

    private static void WriteEnd(EmulatedRecord user, Utf8JsonWriter json, string changed)
    {
        json.WriteBoolean("active", true);
        json.WriteString("user_type", "STANDARD");
        json.WriteString("language", (string?)user["LanguageLocaleKey"]);
        json.WriteString("locale", (string?)user["LocaleSidKey"]);
        json.WriteNumber("utcOffset", -28_800_000);
        json.WriteString(changed, ((DateTimeOffset)user["SystemModstamp"]!).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
    }
}
