// Imports contacts and the newest opportunity of each. OpportunitiesOfContacts(all: true) brings all of them.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "opportunities-of-contacts.db";

return await SampleApp.RunAsync(async cancellationToken =>
{
    await using var org = await SampleOrg.StartAsync(cancellationToken);

    var services = new ServiceCollection();
    services
        .AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = org.Url;
            options.OpportunitySync = true;
        })
        .UseClientCredentials(org.ClientId, org.ClientSecret)
        .UseSqlite($"Data Source={Database}");

    await using var provider = services.BuildServiceProvider();
    var importer = provider.GetRequiredService<ISalesforceImporter>();

    ImportPlan plan = await importer.PlanAsync(RecordSelector.Combine(RecordSelector.AllContacts(), RecordSelector.OpportunitiesOfContacts()), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    SqliteRows.Print(Database, "contacts and their opportunities", """
        SELECT person.first_name, person.last_name, tie.role, deal.name AS opportunity, deal.stage, deal.amount
        FROM opportunity_contacts tie
        JOIN contacts person ON person.id = tie.contact_id
        JOIN opportunities deal ON deal.id = tie.opportunity_id
        ORDER BY person.id LIMIT 5
        """);
    return exitCode;
});
