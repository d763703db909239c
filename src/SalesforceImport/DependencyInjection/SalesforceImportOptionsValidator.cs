using Microsoft.Extensions.Options;

namespace SalesforceImport.DependencyInjection;

/// <summary>Checks settings when the host starts: every message names the setting and what it was.</summary>
internal sealed class SalesforceImportOptionsValidator : IValidateOptions<SalesforceImportOptions>
{
    public ValidateOptionsResult Validate(string? name, SalesforceImportOptions options)
    {
        var failures = new List<string>();
        if (options.LoginUrl is not { } url)
        {
            failures.Add($"{nameof(options.LoginUrl)} is missing: set it to the org's My Domain URL, such as https://acme.my.salesforce.com.");
        }
        else if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            failures.Add($"{nameof(options.LoginUrl)} is '{url}': expected an absolute https URL, such as https://acme.my.salesforce.com.");
        }
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !options.AllowInsecureHttp)
        {
            failures.Add($"{nameof(options.LoginUrl)} is '{url}': http would send tokens in the clear. Use https, or set {nameof(options.AllowInsecureHttp)}.");
        }

        if (options.DailyCallCap is { } cap and < 1)
        {
            failures.Add($"{nameof(options.DailyCallCap)} is {cap}: expected at least 1, or nothing for no cap.");
        }

        if (options.CallCeiling is { } ceiling and < 1)
        {
            failures.Add($"{nameof(options.CallCeiling)} is {ceiling}: expected at least 1, or nothing for the expected calls and some headroom.");
        }

        if (options.ChangeLag < TimeSpan.Zero || options.ChangeLag > TimeSpan.FromDays(1))
        {
            failures.Add($"{nameof(options.ChangeLag)} is {options.ChangeLag}: expected a time from zero to a day.");
        }

        if (options.ApiVersion is { } version && !IsVersion(version))
        {
            failures.Add($"{nameof(options.ApiVersion)} is '{version}': expected a version such as 67.0.");
        }

        if (options.LeadFields.Mappings.Count == 0 || options.ContactFields.Mappings.Count == 0)
        {
            failures.Add($"{nameof(options.LeadFields)} has {options.LeadFields.Mappings.Count} and {nameof(options.ContactFields)} {options.ContactFields.Mappings.Count} fields: map at least one of each object.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsVersion(string version) =>
        version.EndsWith(".0", StringComparison.Ordinal) && int.TryParse(version.AsSpan(0, version.Length - 2), out int major) && major is >= 21 and < 1000;
}
