// Imports every contact of an org. AllContacts takes a condition, as AllLeads does: RecordCondition.Field("MailingCountry").EqualTo("Germany").
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "all-contacts.db";

return await SampleApp.RunAsync(async cancellationToken =>
{
    await using var org = await SampleOrg.StartAsync(cancellationToken);

    var services = new ServiceCollection();
    services
        .AddSalesforceImport("acme", options => options.LoginUrl = org.Url)
        .UseClientCredentials(org.ClientId, org.ClientSecret)
        .UseSqlite($"Data Source={Database}");

    await using var provider = services.BuildServiceProvider();
    var importer = provider.GetRequiredService<ISalesforceImporter>();

    ImportPlan plan = await importer.PlanAsync(RecordSelector.AllContacts(), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    SqliteRows.Print(Database, "contacts", """
        SELECT id, first_name, last_name, title, email, salesforce_id
        FROM contacts
        ORDER BY id LIMIT 5
        """);
    return exitCode;
});
