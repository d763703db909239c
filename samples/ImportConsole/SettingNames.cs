using System.Text.RegularExpressions;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The library names its settings; whoever sits at a console knows the options.</summary>
internal static partial class SettingNames
{
    private static readonly Dictionary<string, string> Options = new()
    {
        [nameof(SalesforceImportOptions.DailyCallCap)] = "--daily-cap",
        [nameof(SalesforceImportOptions.CallCeiling)] = "--ceiling",
        [nameof(SalesforceImportOptions.Reserve)] = "--reserve",
        [nameof(SalesforceImportOptions.SpreadOverDays)] = "--spread-over-days",
        [nameof(SalesforceImportOptions.LoginUrl)] = "--org",
    };

    /// <summary>The sentences, with the option behind each setting where it is named first.</summary>
    public static string WithOptions(string text)
    {
        var named = new HashSet<string>();
        return Setting().Replace(text, match => Options.TryGetValue(match.Value, out string? option) && named.Add(match.Value)
            ? $"{match.Value} ({option})"
            : match.Value);
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b")]
    private static partial Regex Setting();
}
