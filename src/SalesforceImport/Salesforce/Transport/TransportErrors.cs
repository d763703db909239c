using System.Net.Sockets;
using System.Security.Authentication;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>Says what a failed connection means and what to look at.</summary>
internal static class TransportErrors
{
    private const string Setting = "LoginUrl";

    public static OrgUnavailableException TimedOut(Uri url, TimeSpan timeout) =>
        new($"The org is unavailable: {url.Host} did not answer within {timeout.TotalSeconds:0} seconds.")
        {
            Retry = RetryAdvice.Retry,
            AnswerLost = true,
        };

    public static OrgUnavailableException From(HttpRequestException failure, Uri url)
    {
        var socket = failure.InnerException as SocketException;
        if (failure.HttpRequestError == HttpRequestError.NameResolutionError || socket?.SocketErrorCode == SocketError.HostNotFound)
        {
            return new OrgUnavailableException(
                $"The host '{url.Host}' does not exist, or this machine cannot look names up. Check the setting {Setting} and the network.",
                innerException: failure)
            {
                // A name that is not there is a typing mistake far more often than a hiccup.
                Retry = new RetryAdvice(1),
            };
        }

        if (failure.HttpRequestError == HttpRequestError.SecureConnectionError || failure.InnerException is AuthenticationException)
        {
            return new OrgUnavailableException(
                $"No secure connection to '{url.Host}': {FirstSentence(failure.InnerException?.Message ?? failure.Message)} "
                + $"Check that {Setting} names the right host, and that this machine trusts its certificate (a proxy that inspects TLS needs its own root installed).",
                innerException: failure);
        }

        if (failure.HttpRequestError == HttpRequestError.ConnectionError || socket?.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return new OrgUnavailableException(
                $"The host '{url.Host}' (port {url.Port}) refused the connection or cannot be reached. Check the setting {Setting}, the network, and any firewall or proxy.",
                innerException: failure)
            {
                Retry = RetryAdvice.Retry,
            };
        }

        return new OrgUnavailableException(
            $"The org is unavailable: the connection to '{url.Host}' broke before an answer came.", innerException: failure)
        {
            Retry = RetryAdvice.Retry,
            AnswerLost = true,
        };
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        string first = end < 0 ? message : message[..end];
        return first.TrimEnd('.') + ".";
    }
}
