using Microsoft.Extensions.Configuration;
using SalesforceImport.Mapping;

namespace SalesforceImport.DependencyInjection;

/// <summary>
/// Reads a field map from configuration: a field with the property it fills, or with a section that says more. A field
/// without a property is left out, and <c>*</c> without one leaves out all the usual fields first.
/// </summary>
internal sealed class FieldMapReader(List<string> failures)
{
    private const string AllFields = "*";

    private static readonly string[] Known = ["Property", "Rule", "Type", "OptOut", "MaxLength"];

    public void Read(IConfigurationSection section, FieldMap map)
    {
        if (section.GetSection(AllFields) is var all && all.Exists())
        {
            LeaveOutAll(all, map);
        }

        foreach (var field in section.GetChildren().Where(field => field.Key != AllFields))
        {
            try
            {
                Read(field, field.Key, map);
            }
            catch (ArgumentException exception)
            {
                failures.Add($"{field.Path}: {exception.Message}");
            }
        }
    }

    private void LeaveOutAll(IConfigurationSection all, FieldMap map)
    {
        if (string.IsNullOrWhiteSpace(all.Value) && !all.GetChildren().Any())
        {
            map.Clear();
        }
        else
        {
            failures.Add($"{all.Path} is '{all.Value}': expected nothing, to leave out all the usual fields.");
        }
    }

    private void Read(IConfigurationSection section, string field, FieldMap map)
    {
        string? property = section.GetChildren().Any() ? section["Property"] : section.Value;
        if (string.IsNullOrWhiteSpace(property))
        {
            map.RemoveField(field);
            return;
        }

        foreach (var unknown in section.GetChildren().Where(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            failures.Add($"{unknown.Path} is not known: a field has {string.Join(", ", Known)}.");
        }

        var rule = SyncRule.AlwaysSalesforce;
        PropertyType? type = null;
        bool optOut = false;
        int? longest = null;
        var reader = new SettingReader(section, failures);
        reader.Choice<SyncRule>("Rule", value => rule = value);
        reader.Choice<PropertyType>("Type", value => type = value);
        reader.Flag("OptOut", value => optOut = value);
        reader.Read("MaxLength", (string text, out int value) => int.TryParse(text, out value) && value > 0, "a number of characters, at least 1", (int value) => longest = value);
        _ = optOut ? map.MapOptOut(field, property) : map.Map(field, property, rule, type);
        if (longest is { } length)
        {
            map.WithMaxLength(property, length);
        }
    }
}
