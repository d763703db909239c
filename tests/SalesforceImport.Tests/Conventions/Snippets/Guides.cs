using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SalesforceImport.Budgeting;
using SalesforceImport.PostgreSql;
using SalesforceImport.Selectors;
using SalesforceImport.Sqlite;

namespace SalesforceImport.Tests.Conventions.Snippets;

internal static class Guides
{
    public static async Task ShowResumeAsync(ISalesforceImporter importer, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        // <Resume>
        foreach (ImportReport earlier in await importer.History.ListAsync(cancellationToken: cancellationToken))
        {
            if (earlier is { Run: { } run, State: not ImportState.Completed, UndoneBy: null })
            {
                ImportReport report = await importer.History.ResumeAsync(run, progress, cancellationToken);
                Console.WriteLine($"{run}: {report.State}");
            }
        }
        // </Resume>
    }

    public static async Task ShowReportsAsync(ISalesforceImporter importer, string run, CancellationToken cancellationToken)
    {
        // <Reports>
        await foreach (RecordProblem problem in importer.History.ReadProblemsAsync(run, cancellationToken))
        {
            Console.WriteLine($"{problem.Object} {problem.Id} {problem.Outcome}: {problem.Reason} {problem.Detail}");
        }

        await using FileStream table = File.Create("problems.csv");
        await importer.History.WriteProblemsAsync(run, table, ProblemFormat.Csv, cancellationToken);

        await using FileStream page = File.Create("report.html");
        await importer.History.WriteReportAsync(run, page, cancellationToken);
        // </Reports>
    }

    public static async Task ShowUndoAsync(ISalesforceImporter importer, string run, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        // <Undo>
        ImportReport undone = await importer.History.UndoAsync(run, progress, cancellationToken);
        Console.WriteLine($"{undone.Undo!.Removed} rows removed, {undone.Undo.Reverted} changed back.");
        foreach (UndoLeft left in await importer.History.ReadLeftAsync(undone.Run!, cancellationToken))
        {
            Console.WriteLine($"{left.Kind} {left.RowId} {left.Property} was left: {left.Reason}");
        }

        await importer.History.RedoAsync(run, progress, cancellationToken);
        // </Undo>
    }

    public static void ShowConfiguration(IServiceCollection services, IConfiguration configuration)
    {
        // <Configuration>
        services
            .AddSalesforceImport("acme", configuration.GetSection("Salesforce:Acme"))
            .UseClientCredentials(configuration["Salesforce:Acme:ClientId"]!, configuration["Salesforce:Acme:ClientSecret"]!)
            .UseSqlite("Data Source=crm.db");
        // </Configuration>
    }

    public static IReadOnlyList<RecordSelector> ShowConditions()
    {
        // <Conditions>
        RecordCondition recent = RecordCondition.CreatedSince(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        RecordCondition german = RecordCondition.Field("Country").EqualTo("Germany");
        RecordSelector leads = RecordSelector.AllLeads(recent & german);

        RecordSelector members = RecordSelector.AllContacts(
            RecordCondition.Soql("Id IN (SELECT ContactId FROM CampaignMember WHERE Campaign.Name = 'Spring')"));
        // </Conditions>
        return [leads, members];
    }

    public static async Task<IReadOnlyList<RecordSelector>> ShowAssociationsAsync(
        IServiceCollection services, ISalesforceImporter importer, CancellationToken cancellationToken)
    {
        // <Associations>
        services.AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = new Uri("https://acme.my.salesforce.com");
            options.AccountSync = true;
            options.OpportunitySync = true;
            options.TaskSync = true;
        });

        RecordSelector everything = RecordSelector.Combine(
            RecordSelector.LeadsAndContacts(),
            RecordSelector.AccountsOfContacts(),
            RecordSelector.OpportunitiesOfContacts(),
            RecordSelector.TasksOfContacts());

        IReadOnlyList<CampaignInfo> campaigns = await importer.Org.ListCampaignsAsync(cancellationToken: cancellationToken);
        RecordSelector webinar = RecordSelector.CampaignMembers(campaigns.First(campaign => campaign.Name == "Webinar").Id);
        // </Associations>
        return [everything, webinar];
    }

    public static async Task<ImportReport> ShowChangesAsync(
        IServiceCollection services, ISalesforceImporter importer, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        // <Changes>
        services.AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = new Uri("https://acme.my.salesforce.com");
            options.WhenGone = GoneRule.Mark;
        });

        ImportPlan plan = await importer.PlanChangesAsync(RecordSelector.LeadsAndContacts(), cancellationToken);
        ImportReport report = await importer.RunAsync(plan, progress, cancellationToken);
        // </Changes>
        return report;
    }

    public static async Task ShowPreviewAsync(ISalesforceImporter importer, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        // <Preview>
        ImportPlan plan = await importer.PlanAsync(RecordSelector.AllContacts(), cancellationToken);
        ImportPreview preview = await importer.PreviewAsync(
            plan,
            batch =>
            {
                foreach (PreviewedRow row in batch.Rows.Where(row => row.Change == PreviewedRowChange.Update))
                {
                    foreach (PreviewedProperty property in row.Properties)
                    {
                        Console.WriteLine($"{row.RowId} {property.Name}: {property.Before} -> {property.After} ({property.Rule})");
                    }
                }

                return ValueTask.CompletedTask;
            },
            cancellationToken: cancellationToken);

        if (preview.Report.Objects["Contact"].Updated < 100)
        {
            ImportReport report = await importer.RunPreviewedAsync(plan, preview, progress, cancellationToken);
        }
        // </Preview>
    }

    public static void ShowFieldMaps(IServiceCollection services)
    {
        // <FieldMaps>
        services.AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = new Uri("https://acme.my.salesforce.com");
            options.LeadFields
                .Map("Region__c", "Region")
                .WithRule("Phone", SyncRule.FillBlanks)
                .Remove("Fax");
            options.ContactFields
                .Map("Region__c", "Region")
                .WithRule("Phone", SyncRule.FillBlanks)
                .Remove("Fax");
        });
        // </FieldMaps>
    }

    public static async Task ShowSeveralOrgsAsync(
        IServiceCollection services, string europeId, string europeSecret, string americaId, string americaSecret)
    {
        // <SeveralOrgs>
        services
            .AddSalesforceImport("europe", options => options.LoginUrl = new Uri("https://acme-eu.my.salesforce.com"))
            .UseClientCredentials(europeId, europeSecret)
            .UseSqlite("Data Source=crm.db");
        services
            .AddSalesforceImport("america", options => options.LoginUrl = new Uri("https://acme-us.my.salesforce.com"))
            .UseClientCredentials(americaId, americaSecret)
            .UseSqlite("Data Source=crm.db");

        await using var provider = services.BuildServiceProvider();
        var europe = provider.GetRequiredKeyedService<ISalesforceImporter>("europe");
        var america = provider.GetRequiredKeyedService<ISalesforceImporter>("america");
        // </SeveralOrgs>
        europe.Should().NotBeSameAs(america);
    }

    public static async Task ShowSqliteStoreAsync(CancellationToken cancellationToken)
    {
        // <SqliteStore>
        var options = new SqliteStoreOptions { ConnectionString = "Data Source=crm.db" };
        await using var store = new SqliteContactStore(options);
        await using var journal = new SqliteImportJournal(options);
        // </SqliteStore>
        await journal.PrepareAsync(cancellationToken);
        await store.PrepareAsync([], cancellationToken);
    }

    public static void ShowPostgreSqlStore(NpgsqlDataSource dataSource)
    {
        var salesforce = new ServiceCollection().AddSalesforceImport(options => options.LoginUrl = new Uri("https://acme.my.salesforce.com"));

        // <PostgreSqlStore>
        salesforce.UsePostgreSql("Host=db.example.com;Database=crm;Username=importer;Password=…");
        salesforce.UsePostgreSql(dataSource);
        salesforce.UsePostgreSql(new PostgreSqlStoreOptions { DataSource = dataSource, LockTimeout = TimeSpan.FromMinutes(2) });
        // </PostgreSqlStore>
    }

    public static void ShowRuleOfThumb()
    {
        // <RuleOfThumb>
        RuleOfThumbVerdict small = ApiBudgetCalculator.RuleOfThumb(records: 350, dailyLimit: 5_000);
        Console.WriteLine($"{small.Calls} calls, fits: {small.Fits}");                                // 1050 calls, fits: True

        RuleOfThumbVerdict large = ApiBudgetCalculator.RuleOfThumb(records: 5_000, dailyLimit: 5_000);
        Console.WriteLine($"{large.Calls} calls, {large.Shortfall} short, {large.Days} days");        // 15000 calls, 10000 short, 3 days
        // </RuleOfThumb>
    }
}
