// Shows what an import would change before it changes anything, carries it out, and takes it back.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "preview-and-undo.db";
const int Shown = 3;

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

    ImportPlan plan = await importer.PlanAsync(RecordSelector.AllLeads(), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    long rows = 0;
    ImportPreview preview = await importer.PreviewAsync(plan, Watch, cancellationToken: cancellationToken);
    Print.Line($"The preview found {rows:N0} rows to make or change, with {preview.Report.Calls.Used} API calls. Nothing is in the database yet.");

    ImportReport report = await importer.RunPreviewedAsync(plan, preview, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);
    if (exitCode != 0)
    {
        return exitCode;
    }

    ImportReport undone = await importer.History.UndoAsync(report.Run!, cancellationToken: cancellationToken);
    Print.Line($"Undone, without an API call: {undone.Undo!.Removed:N0} rows removed, {undone.Undo.Reverted:N0} put back as they were.");
    SqliteRows.Print(Database, "contacts", "SELECT COUNT(*) AS rows_left FROM contacts");
    return 0;

    ValueTask Watch(PreviewedBatch batch)
    {
        foreach (PreviewedRow row in batch.Rows)
        {
            if (++rows <= Shown)
            {
                Print.Line($"{row.Change} {row.Leader}: {string.Join(", ", row.Properties.Take(Shown).Select(value => $"{value.Name} = {value.After} ({value.Rule})"))}, …");
            }
        }

        return ValueTask.CompletedTask;
    }
});
