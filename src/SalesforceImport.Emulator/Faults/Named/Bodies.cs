using System.Text.Json;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>What named faults answer with, and which requests they strike by default.</summary>
internal static class Bodies
{
    public const string DataApi = "/services/data/v";

    public const string Query = "/query";

    /// <summary>A further page of a query: every locator begins so.</summary>
    public const string QueryMore = "/0r8";

    /// <summary>Records, one by one.</summary>
    public const string Records = "/sobjects/";

    public const string Jobs = "/jobs/query";

    /// <summary>Pages of queries and of jobs' results.</summary>
    public const string Rows = "/query";

    public const string Token = "/services/oauth2/token";

    public const string Maintenance = """
        <html>
        <body>
        <center>
        	<table bgcolor="white" cellpadding="0" cellspacing="0" width="758">
        		<tbody>
        		<tr>
        			<td><span style="font-family: Verdana; font-size: medium; font-weight: bold;">We are down for maintenance.</span><br><br>Sorry for the inconvenience. We'll be back shortly.</td><br>
        		</tr>
        		</tbody>
        	</table>
        </center>
        </body>
        </html>
        """;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An error as the data API tells it.</summary>
    public static FaultAction Error(int status, string code, string message) =>
        FaultAction.Respond(status, $$"""[{"message":{{Quote(message)}},"errorCode":{{Quote(code)}}}]""");

    /// <summary>An error as the token address tells it.</summary>
    public static FaultAction SignIn(string description) =>
        FaultAction.Respond(400, $$"""{"error":"invalid_grant","error_description":{{Quote(description)}}}""");

    public static FaultAction Html(int status, string page) => FaultAction.Respond(status, page, "text/html;charset=UTF-8");

    public static FaultAction Text(int status, string text) => FaultAction.Respond(status, text, "text/plain;charset=UTF-8");

    /// <summary>An error as SOAP tells it.</summary>
    public static FaultAction Xml(int status, string code, string message) => FaultAction.Respond(
        status,
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><soapenv:Fault><faultcode>{code}</faultcode><faultstring>{message}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>",
        "text/xml;charset=UTF-8");

    private static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);
}
