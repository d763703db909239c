using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;

namespace SalesforceImport.DependencyInjection;

/// <summary>Fills options from configuration by hand, setting by setting: without reflection, and with a message for each that makes no sense.</summary>
internal static class OptionsFromConfiguration
{
    /// <exception cref="OptionsValidationException">Settings make no sense; the message names the key of each.</exception>
    public static void Apply(string name, IConfiguration configuration, SalesforceImportOptions options)
    {
        var failures = new List<string>();
        var reader = new SettingReader(configuration, failures);
        reader.Read<Uri>(nameof(options.LoginUrl), TryUrl, "an absolute URL, such as https://acme.my.salesforce.com", value => options.LoginUrl = value);
        reader.Text(nameof(options.ApiVersion), value => options.ApiVersion = value);
        reader.Number(nameof(options.DailyCallCap), value => options.DailyCallCap = value);
        reader.Read<ApiReserve>(nameof(options.Reserve), ApiReserve.TryParse, "a number of calls such as 500, or a share of the org's limit such as 10%", value => options.Reserve = value);
        reader.Number(nameof(options.CallCeiling), value => options.CallCeiling = value);
        reader.Choice<TransportPreference>(nameof(options.Prefer), value => options.Prefer = value);
        reader.Choice<ImportTransport>(nameof(options.Transport), value => options.Transport = value);
        reader.Flag(nameof(options.SpreadOverDays), value => options.SpreadOverDays = value);
        reader.Flag(nameof(options.MatchByEmail), value => options.MatchByEmail = value);
        reader.Flag(nameof(options.MatchAcrossOrgs), value => options.MatchAcrossOrgs = value);
        reader.Flag(nameof(options.IncludeConvertedLeads), value => options.IncludeConvertedLeads = value);
        reader.Flag(nameof(options.AccountSync), value => options.AccountSync = value);
        reader.Flag(nameof(options.OpportunitySync), value => options.OpportunitySync = value);
        reader.Flag(nameof(options.TaskSync), value => options.TaskSync = value);
        reader.Choice<GoneRule>(nameof(options.WhenGone), value => options.WhenGone = value);
        reader.Read<TimeSpan>(nameof(options.ChangeLag), TryTime, "a time such as 00:02:00", value => options.ChangeLag = value);
        reader.Flag(nameof(options.AllowInsecureHttp), value => options.AllowInsecureHttp = value);
        ReadTransports(configuration.GetSection(nameof(options.TransportOf)), options, failures);
        ReadMaps(configuration, options, failures);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(SalesforceImportOptions), failures);
        }
    }

    private static void ReadTransports(IConfigurationSection section, SalesforceImportOptions options, List<string> failures)
    {
        var reader = new SettingReader(section, failures);
        foreach (var sObject in section.GetChildren())
        {
            reader.Choice<ImportTransport>(sObject.Key, value => options.TransportOf[sObject.Key] = value);
        }
    }

    private static void ReadMaps(IConfiguration configuration, SalesforceImportOptions options, List<string> failures)
    {
        var reader = new FieldMapReader(failures);
        reader.Read(configuration.GetSection(nameof(options.LeadFields)), options.LeadFields);
        reader.Read(configuration.GetSection(nameof(options.ContactFields)), options.ContactFields);
        reader.Read(configuration.GetSection(nameof(options.AccountFields)), options.AccountFields);
        reader.Read(configuration.GetSection(nameof(options.OpportunityFields)), options.OpportunityFields);
        reader.Read(configuration.GetSection(nameof(options.TaskFields)), options.TaskFields);
        reader.Read(configuration.GetSection(nameof(options.EventFields)), options.EventFields);
    }

    private static bool TryUrl(string text, out Uri value)
    {
        bool read = Uri.TryCreate(text, UriKind.Absolute, out var url);
        value = url!;
        return read;
    }

    private static bool TryTime(string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
}
