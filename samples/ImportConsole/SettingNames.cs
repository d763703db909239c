namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The library names its settings; whoever sits at a console knows the options.</summary>
internal static class SettingNames
{
    private static readonly (string Setting, string Option)[] Options =
    [
        (nameof(SalesforceImportOptions.DailyCallCap), "--daily-cap"),
        (nameof(SalesforceImportOptions.CallCeiling), "--ceiling"),
        (nameof(SalesforceImportOptions.LoginUrl), "--org"),
    ];

    /// <summary>The sentence, with the option behind each setting where it is named first.</summary>
    public static string WithOptions(string sentence)
    {
        foreach (var (setting, option) in Options)
        {
            int at = sentence.IndexOf(setting, StringComparison.Ordinal);
            sentence = at < 0 ? sentence : sentence.Insert(at + setting.Length, $" ({option})");
        }

        return sentence;
    }
}
