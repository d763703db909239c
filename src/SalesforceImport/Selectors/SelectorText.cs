using System.Text.Json;

namespace SalesforceImport.Selectors;

/// <summary>
/// Selectors as text that gives the same selector back: what plans and journals keep. The same selector always gives the
/// same text.
/// </summary>
internal static class SelectorText
{
    public static string Write(RecordSelector selector) => JsonSerializer.Serialize(selector, SelectorJsonContext.Default.RecordSelector);

    /// <exception cref="SalesforceImportException">The text is not a selector of this version of the library.</exception>
    public static RecordSelector Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SelectorJsonContext.Default.RecordSelector)
                ?? throw new JsonException("There is no selector.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new SalesforceImportException($"The stored selector cannot be read; it may come from a newer version of this library. {exception.Message}", exception);
        }
    }
}
