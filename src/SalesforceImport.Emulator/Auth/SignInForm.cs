using System.Text;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>What was posted to the token endpoint. The app's id and secret may stand in the Authorization header instead.</summary>
internal sealed class SignInForm
{
    private readonly IFormCollection _fields;

    private SignInForm(IFormCollection fields, string? clientId, string? clientSecret)
    {
        _fields = fields;
        ClientId = clientId ?? this["client_id"];
        ClientSecret = clientSecret ?? this["client_secret"];
    }

    public string? ClientId { get; }

    public string? ClientSecret { get; }

    /// <summary>A field; null where it is missing or empty.</summary>
    public string? this[string name] => _fields[name] is [{ Length: > 0 } value, ..] ? value : null;

    public static async Task<SignInForm> ReadAsync(HttpContext context)
    {
        IFormCollection fields = FormCollection.Empty;
        if (context.Request.HasFormContentType)
        {
            try
            {
                fields = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            }
            catch (InvalidDataException)
            {
                throw new SignInException("invalid_request", "malformed request");
            }
        }

        var (id, secret) = ReadBasic(context.Request.Headers.Authorization.ToString());
        return new SignInForm(fields, id, secret);
    }

    private static (string? Id, string? Secret) ReadBasic(string header)
    {
        const string Scheme = "Basic ";
        var bytes = new byte[header.Length];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var written))
        {
            return (null, null);
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, written).Split(':', 2);
        return pair.Length == 2 ? (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])) : (null, null);
    }
}
