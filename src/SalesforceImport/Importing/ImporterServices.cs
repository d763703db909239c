using System.Runtime.CompilerServices;
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
    private StrongBox<long> _callsSent = new();

    public SalesforceImportOptions Options => options;

    public SalesforceOrg Org => org;

    public ContactStore Store => store;

    public ImportJournal Journal => journal;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>Calls charged to all meters together.</summary>
    public long CallsSent => Interlocked.Read(ref _callsSent.Value);

    /// <summary>The name under which calls are charged: the org's id or, until that is known, its host.</summary>
    public string OrgKey => Volatile.Read(ref _orgKey) ?? HostKey;

    public bool KnowsOrg => Volatile.Read(ref _orgKey) is not null;

    // With the port: two orgs on this machine differ in nothing else.
    private string HostKey => options.LoginUrl!.Authority;

    /// <summary>
    /// Charges calls to the org's id from now on, and those that had to be made before it was known as well. Cheap to be
    /// told again: there are hardly ever any.
    /// </summary>
    public async Task KnowAsync(SalesforceId org, CancellationToken cancellationToken)
    {
        string key = org.ToString();
        Volatile.Write(ref _orgKey, key);
        if (await journal.CountCallsAsync(HostKey, DateTimeOffset.UnixEpoch, cancellationToken).ConfigureAwait(false) > 0)
        {
            await journal.MoveCallsAsync(HostKey, key, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The same org over another store and journal.</summary>
    public ImporterServices Over(ContactStore otherStore, ImportJournal otherJournal) =>
        new(options, org, otherStore, otherJournal, time, logger) { _orgKey = _orgKey, _callsSent = _callsSent };

    public CallMeter CreateMeter(long? ceiling, string? run) =>
        new(new MeterBudget(ceiling, options.DailyCallCap, options.Reserve, run), journal, () => OrgKey, time) { Charged = () => Interlocked.Increment(ref _callsSent.Value) };
}
