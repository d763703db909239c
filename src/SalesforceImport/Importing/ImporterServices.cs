using Microsoft.Extensions.Logging;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>What an importer works with: one org, one store, one journal.</summary>
internal sealed class ImporterServices(
    SalesforceImportOptions options, SalesforceOrg org, ContactStore store, ImportJournal journal, TimeProvider time, ILogger logger)
{
    private string? _orgKey;

    public SalesforceImportOptions Options => options;

    public SalesforceOrg Org => org;

    public ContactStore Store => store;

    public ImportJournal Journal => journal;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>The name under which calls are charged: the org's id or, until that is known, its host.</summary>
    public string OrgKey => Volatile.Read(ref _orgKey) ?? options.LoginUrl!.Host;

    public void Know(SalesforceId org) => Volatile.Write(ref _orgKey, org.ToString());

    public CallMeter CreateMeter(long? ceiling, string? run) =>
        new(new MeterBudget(ceiling, options.DailyCallCap, options.Reserve, run), journal, () => OrgKey, time);
}
