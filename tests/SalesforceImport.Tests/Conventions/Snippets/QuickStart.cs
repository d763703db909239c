using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Selectors;

namespace SalesforceImport.Tests.Conventions.Snippets;

internal static class QuickStart
{
    public static async Task ShowAsync(
        IServiceCollection services, string clientId, string clientSecret, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        // <QuickStart>
        services
            .AddSalesforceImport("acme", options =>
            {
                options.LoginUrl = new Uri("https://acme.my.salesforce.com");
                options.DailyCallCap = 20_000;
            })
            .UseClientCredentials(clientId, clientSecret)
            .UseSqlite("Data Source=crm.db");

        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISalesforceImporter>();

        ImportPlan plan = await importer.PlanAsync(RecordSelector.LeadsAndContacts(), cancellationToken);
        if (plan.Budget.Fits)
        {
            ImportReport report = await importer.RunAsync(plan, progress, cancellationToken);
            Console.WriteLine($"{report.State}: {report.List.Count} contacts came in, {report.Calls.Used} API calls.");
        }
        else
        {
            Console.WriteLine(string.Join(Environment.NewLine, plan.Budget.Advice));
        }
        // </QuickStart>
    }
}
