namespace SalesforceImport.Selectors;

internal static class UnicodeText
{
    /// <summary>Whether every surrogate has its other half, so that the text survives being written as UTF-8.</summary>
    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsLoneSurrogate(text, i))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsLoneSurrogate(string text, int index)
    {
        char c = text[index];
        return (char.IsHighSurrogate(c) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])))
            || (char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(text[index - 1])));
    }
}
