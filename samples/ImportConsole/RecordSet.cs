using SalesforceImport.Selectors;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>A set of records that can be chosen: its name on the command line, and its name for people.</summary>
internal sealed record RecordSet(string Name, string Title, Func<RecordCondition?, RecordSelector> Select)
{
    /// <summary>Whether a condition can narrow it.</summary>
    public bool TakesCondition { get; init; } = true;

    public static RecordSet LeadsAndContacts { get; } =
        new("leads-and-contacts", "Leads and contacts", where => RecordSelector.LeadsAndContacts(where));

    public static IReadOnlyList<RecordSet> All { get; } =
    [
        LeadsAndContacts,
        new("leads", "Leads", where => RecordSelector.AllLeads(where)),
        new("contacts", "Contacts", where => RecordSelector.AllContacts(where)),
        Associated("accounts", "Accounts of the imported contacts", RecordSelector.AccountsOfContacts()),
        Associated("opportunities", "The newest opportunity of each imported contact", RecordSelector.OpportunitiesOfContacts()),
        Associated("every-opportunity", "All opportunities of the imported contacts", RecordSelector.OpportunitiesOfContacts(all: true)),
        Associated("tasks", "Tasks of the imported contacts and leads", RecordSelector.TasksOfContacts()),
        Associated("tasks-and-events", "Tasks and events of the imported contacts and leads", RecordSelector.TasksOfContacts(includeEvents: true)),
        new("all-accounts", "All accounts", where => RecordSelector.AllAccounts(where)),
        new("all-opportunities", "All opportunities", where => RecordSelector.AllOpportunities(where)),
    ];

    public static RecordSet Parse(string name) =>
        All.FirstOrDefault(set => set.Name == name)
        ?? throw new UsageException(
            $"'{name}' is not a set of records: --select takes {string.Join(", ", All.Select(set => set.Name))}, campaign:<id or name>, or several of them joined by '+'.");

    private static RecordSet Associated(string name, string title, RecordSelector selector) => new(name, title, _ => selector) { TakesCondition = false };
}
