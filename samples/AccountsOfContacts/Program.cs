// Imports contacts and the accounts that they belong to. Once the contacts are there, AccountsOfContacts() alone will do.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "accounts-of-contacts.db";

return await SampleApp.RunAsync(async cancellationToken =>
{
    await using var org = await SampleOrg.StartAsync(cancellationToken);

    var services = new ServiceCollection();
    services
        .AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = org.Url;
            options.AccountSync = true;
        })
        .UseClientCredentials(org.ClientId, org.ClientSecret)
        .UseSqlite($"Data Source={Database}");

    await using var provider = services.BuildServiceProvider();
    var importer = provider.GetRequiredService<ISalesforceImporter>();

    ImportPlan plan = await importer.PlanAsync(RecordSelector.Combine(RecordSelector.AllContacts(), RecordSelector.AccountsOfContacts()), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    SqliteRows.Print(Database, "contacts and their accounts", """
        SELECT person.first_name, person.last_name, account.name AS account, account.industry
        FROM contact_accounts tie
        JOIN contacts person ON person.id = tie.contact_id
        JOIN accounts account ON account.id = tie.account_id
        ORDER BY person.id LIMIT 5
        """);
    return exitCode;
});
