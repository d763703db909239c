using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>The locators of result pages: positions, in Base64 without padding. They hold for as long as the job does.</summary>
internal static class ResultLocator
{
    public const string None = "null";

    public static string Of(long position) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(position.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads a locator; false where it is none.</summary>
    public static bool TryRead(string locator, out long position)
    {
        position = 0;
        return Base64Url.IsValid(locator, out _)
            && long.TryParse(Base64Url.DecodeFromChars(locator), NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
