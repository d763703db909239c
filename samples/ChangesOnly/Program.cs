// Imports every contact of an org and, after that, only what has changed. A host that imports every night calls
// PlanChangesAsync alone: where there was no import before, it reads everything.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "changes-only.db";

return await SampleApp.RunAsync(async cancellationToken =>
{
    await using var org = await SampleOrg.StartAsync(cancellationToken);

    var services = new ServiceCollection();
    services
        .AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = org.Url;
            options.ChangeLag = TimeSpan.Zero; // So that the sample need not wait for what it has just changed.
        })
        .UseClientCredentials(org.ClientId, org.ClientSecret)
        .UseSqlite($"Data Source={Database}");

    await using var provider = services.BuildServiceProvider();
    var importer = provider.GetRequiredService<ISalesforceImporter>();

    int exitCode = await ImportAsync(await importer.PlanAsync(RecordSelector.AllContacts(), cancellationToken));
    if (exitCode != 0)
    {
        return exitCode;
    }

    // The time makes it another title whenever the sample is run.
    for (int i = 0; org.Emulated is { } emulated && i < 3; i++)
    {
        emulated.Update(emulated.IdAt("Contact", i), ("Title", $"Promoted at {DateTimeOffset.UtcNow:u}"));
    }

    exitCode = await ImportAsync(await importer.PlanChangesAsync(RecordSelector.AllContacts(), cancellationToken));
    SqliteRows.Print(Database, "contacts", """
        SELECT id, first_name, last_name, title, email, salesforce_id
        FROM contacts
        ORDER BY id LIMIT 5
        """);
    return exitCode;

    async Task<int> ImportAsync(ImportPlan plan)
    {
        Print.Plan(plan);
        return plan.Budget.Fits
            ? Print.Report(await importer.RunAsync(plan, cancellationToken: cancellationToken))
            : Print.Refusal(plan);
    }
});
