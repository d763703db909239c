using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SalesforceImport.Reporting;

/// <summary>Formats what stands in the braces of an interpolated string as text of a page: numbers the same everywhere, and everything escaped.</summary>
internal sealed class HtmlFormat : IFormatProvider, ICustomFormatter
{
    private static readonly HtmlFormat Instance = new();
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private HtmlFormat()
    {
    }

    public static string Render(FormattableString html) => html.ToString(Instance);

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => Encoder.Encode(
        arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : arg?.ToString() ?? string.Empty);
}
