namespace SalesforceImport.Salesforce.Transport;

/// <summary>Keeps tokens and secrets off plain HTTP.</summary>
internal static class SecureUrl
{
    /// <summary>Returns the address when it may be talked to.</summary>
    /// <exception cref="SalesforceException">It is not an absolute HTTP address, or one without TLS on another machine.</exception>
    public static Uri Check(Uri url, SalesforceOrgSettings settings, string what)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw new SalesforceException(
                $"{what} '{url}' is not an address. Give it in full, such as https://yourdomain.my.salesforce.com.");
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !settings.AllowInsecureHttp)
        {
            throw new SalesforceException(
                $"{what} '{url}' does not use TLS, so tokens would travel in the clear. Use https://; "
                + "plain http is for an org on this machine (AllowInsecureHttp lifts this for others).");
        }

        return url;
    }
}
