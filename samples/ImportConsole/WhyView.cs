namespace SalesforceImport.Samples.ImportConsole;

/// <summary>An explanation, sentence by sentence.</summary>
internal static class WhyView
{
    public static void Show(Screen screen, RecordExplanation explanation)
    {
        foreach (string sentence in explanation.Sentences)
        {
            screen.Line(sentence);
        }
    }
}
