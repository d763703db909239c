using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

public sealed class LogTests
{
    [Fact]
    public async Task Log_tells_of_sign_in_renewal_and_retry_and_holds_no_secret_and_no_query()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var http = new MockHttpMessageHandler(BackendDefinitionBehavior.Always);
        var log = new Recorder();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new HurriedTime());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSalesforceOrg(
            "acme", _ => OrgHarness.Settings(), _ => SalesforceCredentials.ClientCredentials("THE_KEY", "THE_SECRET"));
        services.AddHttpClient(SalesforceOrgServices.ClientName("acme")).ConfigurePrimaryHttpMessageHandler(() => http);
        string query = OrgHarness.Data + "/query";
        int signIns = 0;
        http.When(HttpMethod.Post, OrgHarness.Login + "/services/oauth2/token").Respond(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(OrgHarness.TokenBody($"00Dxx0000001gER!THE_TOKEN{++signIns}")),
        });
        http.When(OrgHarness.Login + "/services/data").Respond("application/json", OrgHarness.VersionsBody("67.0"));
        http.Expect(query).Respond(HttpStatusCode.Unauthorized, "application/json", OrgHarness.Error("INVALID_SESSION_ID", "Session expired or invalid"));
        http.Expect(query).Respond(HttpStatusCode.ServiceUnavailable, "application/json", OrgHarness.Error("SERVER_UNAVAILABLE", "Server too busy"));
        http.Expect(query).Respond("application/json", """{"totalSize":1,"done":true,"records":[]}""");
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<SalesforceOrg>("acme")
            .AggregateAsync("SELECT COUNT() FROM Lead WHERE Email = 'ann@example.com'", includeDeleted: false, new TestMeter(), cancel);

        string text = string.Join('\n', log.Lines);
        text.Should().Contain("Signed in").And.Contain("INVALID_SESSION_ID").And.Contain("SERVER_UNAVAILABLE").And.Contain("67.0");
        text.Should().NotContainAny("THE_SECRET", "THE_TOKEN", "THE_KEY", "ann@example.com", "ann%40");
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private readonly Lock _gate = new();

        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_gate)
            {
                Lines.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
