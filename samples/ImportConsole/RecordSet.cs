using SalesforceImport.Selectors;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>A set of records that can be chosen: its name on the command line, and its name for people.</summary>
internal sealed record RecordSet(string Name, string Title, Func<RecordCondition?, RecordSelector> Select)
{
    public static RecordSet LeadsAndContacts { get; } =
        new("leads-and-contacts", "Leads and contacts", where => RecordSelector.LeadsAndContacts(where));

    public static IReadOnlyList<RecordSet> All { get; } =
    [
        LeadsAndContacts,
        new("leads", "Leads", where => RecordSelector.AllLeads(where)),
        new("contacts", "Contacts", where => RecordSelector.AllContacts(where)),
    ];

    public static RecordSet Parse(string name) =>
        All.FirstOrDefault(set => set.Name == name)
        ?? throw new UsageException($"'{name}' is not a set of records: --select takes {string.Join(", ", All.Select(set => set.Name))}.");
}
