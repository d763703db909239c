using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>An org's client from a real container, over scripted HTTP. A request that nobody expects fails the test.</summary>
internal sealed class OrgHarness : IDisposable
{
    public const string Login = "https://acme.my.salesforce.com";
    public const string Data = Login + "/services/data/v67.0";
    public const string OrgId = "00Dxx0000001gEREAY";
    public const string Token = "00Dxx0000001gER!AQ.first_session";

    private readonly ServiceProvider _provider;

    public OrgHarness(
        SalesforceCredentials? credentials = null,
        SalesforceOrgSettings? settings = null,
        HttpMessageHandler? handler = null,
        TimeProvider? time = null)
    {
        Http.Fallback.Respond(request => throw new InvalidOperationException($"Nobody expects {request.Method} {request.RequestUri}."));
        var services = new ServiceCollection();
        services.AddSingleton(time ?? Time);
        services.AddSalesforceOrg(
            "acme", _ => settings ?? Settings(), _ => credentials ?? SalesforceCredentials.ClientCredentials("key", "secret"));
        if (handler is not null || time is null)
        {
            services.AddHttpClient(SalesforceOrgServices.ClientName("acme")).ConfigurePrimaryHttpMessageHandler(() => handler ?? Http);
        }

        _provider = services.BuildServiceProvider();
        Org = _provider.GetRequiredKeyedService<SalesforceOrg>("acme");
    }

    public MockHttpMessageHandler Http { get; } = new(BackendDefinitionBehavior.Always);

    public HurriedTime Time { get; } = new();

    public TestMeter Meter { get; init; } = new();

    public SalesforceOrg Org { get; }

    public static SalesforceOrgSettings Settings(string login = Login) => new()
    {
        LoginUrl = new Uri(login),
        RequestTimeout = TimeSpan.FromHours(1),
        ReadIdleTimeout = TimeSpan.FromHours(1),
    };

    /// <summary>An org that signs anybody in and offers three versions.</summary>
    public static OrgHarness SignedIn(SalesforceOrgSettings? settings = null)
    {
        var harness = new OrgHarness(settings: settings);
        harness.AnswerSignIn();
        harness.AnswerVersions();
        return harness;
    }

    public MockedRequest AnswerSignIn(string token = Token) => Http
        .When(HttpMethod.Post, Login + "/services/oauth2/token")
        .Respond("application/json", TokenBody(token));

    public MockedRequest AnswerVersions(params string[] versions) => Http
        .When(Login + "/services/data")
        .Respond("application/json", VersionsBody(versions.Length > 0 ? versions : ["58.0", "66.0", "67.0"]));

    public static string TokenBody(string token = Token, string? refreshToken = null) =>
        $$"""
        {"access_token":"{{token}}","instance_url":"{{Login}}","id":"https://login.salesforce.com/id/{{OrgId}}/005xx000001SwiUAAS",
         "token_type":"Bearer","issued_at":"1795435200000"{{(refreshToken is null ? "" : $",\"refresh_token\":\"{refreshToken}\"")}}}
        """;

    public static string VersionsBody(params string[] versions) =>
        "[" + string.Join(',', versions.Select(version => $$"""{"label":"x","url":"/services/data/v{{version}}","version":"{{version}}"}""")) + "]";

    public static string Error(string code, string message) => $$"""[{"message":"{{message}}","errorCode":"{{code}}"}]""";

    public void Dispose()
    {
        _provider.Dispose();
        Http.Dispose();
    }
}
