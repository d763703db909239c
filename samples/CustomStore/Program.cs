// Imports leads, contacts and their accounts into an application's own entities, which know nothing of Salesforce.
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Store;
using SalesforceImport.Samples.Shared;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

return await SampleApp.RunAsync(async cancellationToken =>
{
    await using var org = await SampleOrg.StartAsync(cancellationToken);

    var services = new ServiceCollection();
    services.AddDbContextFactory<CrmContext>(options => CrmContext.Configure(options, "custom-store.db"));
    services
        .AddSalesforceImport("acme", options =>
        {
            options.LoginUrl = org.Url;
            options.AccountSync = true;
        })
        .UseClientCredentials(org.ClientId, org.ClientSecret)
        .UseStore(provider => new CrmContactStore(provider.GetRequiredService<IDbContextFactory<CrmContext>>(), TimeProvider.System))
        .UseJournal(_ => new InMemoryImportJournal());

    await using var provider = services.BuildServiceProvider();
    var importer = provider.GetRequiredService<ISalesforceImporter>();

    ImportPlan plan = await importer.PlanAsync(
        RecordSelector.Combine(RecordSelector.LeadsAndContacts(), RecordSelector.AccountsOfContacts()), cancellationToken);
    Print.Plan(plan);
    if (!plan.Budget.Fits)
    {
        return Print.Refusal(plan);
    }

    ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);
    int exitCode = Print.Report(report);

    await using var crm = await provider.GetRequiredService<IDbContextFactory<CrmContext>>().CreateDbContextAsync(cancellationToken);
    var customers =
        from customer in crm.Customers
        join account in crm.ImportSources.Where(source => source.Kind == RecordKind.Account) on customer.CompanySalesforceId equals account.Id
        join company in crm.Companies on account.RowId equals company.Id
        where customer.NoNewsletter != true && company.Employees > 100
        orderby company.Employees descending, customer.FamilyName
        select new { customer.GivenName, customer.FamilyName, customer.Position, Company = company.LegalName, company.Employees };
    Print.Rows(
        "Customers at large companies",
        ["GivenName", "FamilyName", "Position", "Company", "Employees"],
        (await customers.Take(5).ToListAsync(cancellationToken)).Select(row => new object?[] { row.GivenName, row.FamilyName, row.Position, row.Company, row.Employees }));
    Console.WriteLine($"{await crm.Customers.CountAsync(cancellationToken)} customers and {await crm.Companies.CountAsync(cancellationToken)} companies.");
    return exitCode;
});
