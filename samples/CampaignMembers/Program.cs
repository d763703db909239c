// Imports the members of a campaign: the one that is named on the command line, or the first active one.
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Samples.Shared.Sqlite;
using SalesforceImport.Selectors;

const string Database = "campaign-members.db";

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

    IReadOnlyList<CampaignInfo> campaigns = await importer.Org.ListCampaignsAsync(cancellationToken: cancellationToken);
    CampaignInfo campaign = campaigns.FirstOrDefault(candidate => args is not [var name] || candidate.Name == name)
        ?? throw new UsageException($"The org has no such active campaign. It has: {string.Join(", ", campaigns.Select(candidate => candidate.Name))}.");

    ImportPlan plan = await importer.PlanAsync(RecordSelector.CampaignMembers(campaign.Id), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    SqliteRows.Print(Database, "members", """
        SELECT person.first_name, person.last_name, person.salesforce_object AS is_a, tie.status, tie.has_responded, tie.responded_on
        FROM campaign_members tie
        JOIN contacts person ON person.id = tie.contact_id
        ORDER BY person.id LIMIT 5
        """);
    return exitCode;
});
