using System.Text.Json;

namespace SalesforceImport.Emulator.Auth;

/// <summary>Where a signed-in user finds the org's services, those that the emulator does not have included.</summary>
internal static class UserAddresses
{
    private static readonly (string Name, string Path)[] Soap = [("enterprise", "c"), ("metadata", "m"), ("partner", "u")];

    private static readonly (string Name, string Path)[] Rest =
    [
        ("rest", ""), ("sobjects", "sobjects/"), ("search", "search/"), ("query", "query/"), ("recent", "recent/"), ("tooling_rest", "tooling/"),
        ("feeds", "chatter/feeds"), ("groups", "chatter/groups"), ("users", "chatter/users"), ("feed_items", "chatter/feed-items"),
        ("feed_elements", "chatter/feed-elements"),
    ];

    public static void Write(Utf8JsonWriter json, string url, string org, string user)
    {
        json.WriteStartObject("urls");
        foreach (var (name, path) in Soap)
        {
            json.WriteString(name, $"{url}/services/Soap/{path}/{{version}}/{org[..15]}");
        }

        foreach (var (name, path) in Rest)
        {
            json.WriteString(name, $"{url}/services/data/v{{version}}/{path}");
        }

        json.WriteString("tooling_soap", $"{url}/services/Soap/T/{{version}}/{org[..15]}");
        json.WriteString("profile", $"{url}/{user}");
        json.WriteString("custom_domain", url);
        json.WriteEndObject();
    }

    public static void WritePhotos(Utf8JsonWriter json, string url, string user)
    {
        json.WriteStartObject("photos");
        json.WriteString("picture", Picture(url, user));
        json.WriteString("thumbnail", $"{url}/profilephoto/{user}/T");
        json.WriteEndObject();
    }

    public static string Picture(string url, string user) => $"{url}/profilephoto/{user}/F";
}
