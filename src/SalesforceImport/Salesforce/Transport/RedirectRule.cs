namespace SalesforceImport.Salesforce.Transport;

/// <summary>Decides where a redirect may lead: nowhere but the same org, so that the token never reaches anybody else.</summary>
internal static class RedirectRule
{
    // Longest first: what stands before the suffix is the org's name.
    private static readonly string[] OrgSuffixes = [".lightning.force.com", ".my.salesforce.com", ".my.force.com"];

    public static bool Allows(Uri from, Uri to)
    {
        if (from.Scheme != to.Scheme)
        {
            return false;
        }

        if (SameHost(from, to))
        {
            return true;
        }

        if (from.IsLoopback || !from.IsDefaultPort || !to.IsDefaultPort)
        {
            return false;
        }

        // Another org's address, too, ends in salesforce.com, and its code could read the header: only the same name will do.
        return OrgName(from.Host) is { } name
            && OrgName(to.Host) is { } other
            && string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
    }

    public static bool SameHost(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.Port == right.Port && string.Equals(left.Host, right.Host, StringComparison.OrdinalIgnoreCase);

    private static string? OrgName(string host)
    {
        foreach (string suffix in OrgSuffixes)
        {
            if (host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && host.Length > suffix.Length)
            {
                return host[..^suffix.Length];
            }
        }

        return null;
    }
}
