using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SalesforceImport.DependencyInjection;

/// <summary>Reads settings from configuration by name, and collects what is wrong with them by key.</summary>
internal sealed class SettingReader(IConfiguration configuration, List<string> failures)
{
    public void Text(string key, Action<string> set) => Read(key, (string text, out string value) => (value = text).Length > 0, "text", set);

    public void Flag(string key, Action<bool> set) => Read(key, bool.TryParse, "true or false", set);

    public void Number(string key, Action<long> set) => Read(
        key, (string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value), "a whole number", set);

    public void Choice<T>(string key, Action<T> set)
        where T : struct, Enum => Read(key, TryChoose<T>, $"one of {string.Join(", ", Enum.GetNames<T>())}", set);

    /// <summary>A setting that is not there, or is blank, stays as it is.</summary>
    public void Read<T>(string key, SettingParser<T> parser, string expected, Action<T> set)
    {
        var section = configuration.GetSection(key);
        if (string.IsNullOrWhiteSpace(section.Value))
        {
            return;
        }

        if (parser(section.Value.Trim(), out var value))
        {
            set(value);
        }
        else
        {
            failures.Add($"{section.Path} is '{section.Value}': expected {expected}.");
        }
    }

    // Enum.TryParse takes numbers too, whatever they name.
    private static bool TryChoose<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase);
}
