// Imports leads and contacts and their tasks. TasksOfContacts(includeEvents: true) brings their events as well.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "tasks-of-contacts.db";

return await SampleApp.RunAsync(async cancellationToken =>
{
    await using var org = await SampleOrg.StartAsync(cancellationToken);

    var services = new ServiceCollection();
    services
        .AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = org.Url;
            options.TaskSync = true;
        })
        .UseClientCredentials(org.ClientId, org.ClientSecret)
        .UseSqlite($"Data Source={Database}");

    await using var provider = services.BuildServiceProvider();
    var importer = provider.GetRequiredService<ISalesforceImporter>();

    ImportPlan plan = await importer.PlanAsync(RecordSelector.Combine(RecordSelector.LeadsAndContacts(), RecordSelector.TasksOfContacts()), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    SqliteRows.Print(Database, "people and their tasks", """
        SELECT person.first_name, person.last_name, task.subject, task.status, task.activity_date AS due
        FROM task_contacts tie
        JOIN contacts person ON person.id = tie.contact_id
        JOIN tasks task ON task.id = tie.task_id
        ORDER BY person.id, task.id LIMIT 5
        """);
    return exitCode;
});
