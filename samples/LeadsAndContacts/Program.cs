// Imports leads and contacts. Who is in the org twice is in the database once: the report calls the second record collapsed.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "leads-and-contacts.db";

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

    ImportPlan plan = await importer.PlanAsync(RecordSelector.LeadsAndContacts(), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    SqliteRows.Print(Database, "people who are in the org more than once", """
        SELECT person.first_name, person.last_name, person.email, person.salesforce_object AS led_by, source.salesforce_object AS also
        FROM contacts person
        JOIN import_sources source ON source.row_id = person.id AND source.salesforce_id <> person.salesforce_id
        ORDER BY person.id LIMIT 5
        """);
    return exitCode;
});
