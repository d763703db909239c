namespace SalesforceImport.DependencyInjection;

/// <summary>Reads a setting from text; false when the text does not say one.</summary>
internal delegate bool SettingParser<T>(string text, out T value);
