namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What may be imported beside people. A console shows everything, so all three are on unless switched off.</summary>
internal sealed record SyncOptions(bool Accounts, bool Opportunities, bool Tasks)
{
    public static SyncOptions All { get; } = new(true, true, true);

    /// <exception cref="UsageException">There is no such option.</exception>
    public static SyncOptions Without(IEnumerable<string> names) => names.Aggregate(All, (options, name) => name switch
    {
        "account-sync" => options with { Accounts = false },
        "opportunity-sync" => options with { Opportunities = false },
        "task-sync" => options with { Tasks = false },
        _ => throw new UsageException($"'{name}' is no sync option: --without takes account-sync, opportunity-sync or task-sync."),
    });
}
