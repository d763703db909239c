using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>What to import: which objects, and which of their records.</summary>
/// <remarks>A closed set: new kinds come with new versions of the library. Immutable and thread-safe; selectors that say the same are equal.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LeadsSelector), "leads")]
[JsonDerivedType(typeof(ContactsSelector), "contacts")]
[JsonDerivedType(typeof(LeadsAndContactsSelector), "leadsAndContacts")]
[JsonDerivedType(typeof(AccountsSelector), "accounts")]
[JsonDerivedType(typeof(OpportunitiesSelector), "opportunities")]
[JsonDerivedType(typeof(AccountsOfContactsSelector), "accountsOfContacts")]
[JsonDerivedType(typeof(OpportunitiesOfContactsSelector), "opportunitiesOfContacts")]
[JsonDerivedType(typeof(TasksOfContactsSelector), "tasksOfContacts")]
[JsonDerivedType(typeof(CampaignMembersSelector), "campaignMembers")]
[JsonDerivedType(typeof(CombinedSelector), "combined")]
public abstract record RecordSelector
{
    private protected RecordSelector()
    {
    }

    /// <summary>What it asks for, one thing at a time.</summary>
    internal abstract IReadOnlyList<SelectorPart> Parts { get; }

    /// <summary>Leads: all of them, or those that a condition selects.</summary>
    public static LeadsSelector AllLeads(RecordCondition? where = null) => new(where);

    /// <summary>Contacts: all of them, or those that a condition selects.</summary>
    public static ContactsSelector AllContacts(RecordCondition? where = null) => new(where);

    /// <summary>All leads and all contacts.</summary>
    public static LeadsAndContactsSelector LeadsAndContacts() => new(null, null);

    /// <summary>The leads and contacts that one condition selects on both objects; null for all.</summary>
    public static LeadsAndContactsSelector LeadsAndContacts(RecordCondition? where) => new(where, where);

    /// <summary>Leads and contacts, each with a condition of its own; null for all.</summary>
    public static LeadsAndContactsSelector LeadsAndContacts(RecordCondition? leadsWhere, RecordCondition? contactsWhere) => new(leadsWhere, contactsWhere);

    /// <summary>
    /// The accounts of the contacts that have been imported, by now or by an earlier step of the same plan. Needs
    /// <see cref="SalesforceImportOptions.AccountSync"/>.
    /// </summary>
    public static AccountsOfContactsSelector AccountsOfContacts() => new();

    /// <summary>
    /// The opportunities in which the imported contacts have a role (<c>OpportunityContactRole</c>): for each contact its most
    /// recently created one, or all. Needs <see cref="SalesforceImportOptions.OpportunitySync"/>.
    /// </summary>
    /// <param name="all">Whether all of each contact's opportunities are imported. Default false: the one with the highest <c>CreatedDate</c>, then the highest id.</param>
    public static OpportunitiesOfContactsSelector OpportunitiesOfContacts(bool all = false) => new(all);

    /// <summary>
    /// The tasks of the imported contacts and leads: by <c>WhoId</c> and, where the org has shared activities, by the task
    /// relations; archived ones included, deleted ones not. Needs <see cref="SalesforceImportOptions.TaskSync"/>.
    /// </summary>
    /// <param name="includeEvents">Whether events are imported beside tasks, into the same table. Default false.</param>
    public static TasksOfContactsSelector TasksOfContacts(bool includeEvents = false) => new(includeEvents);

    /// <summary>
    /// The leads and contacts that are members of an active campaign, with the status and date of their response, into a list
    /// named after the campaign that holds all of them.
    /// </summary>
    public static CampaignMembersSelector CampaignMembers(SalesforceId campaign) => campaign.IsEmpty
        ? throw new ArgumentException("A campaign is given by its id.", nameof(campaign))
        : new(campaign);

    /// <summary>
    /// Accounts, whether or not their contacts have been imported: all of them, or those that a condition selects. Needs
    /// <see cref="SalesforceImportOptions.AccountSync"/>.
    /// </summary>
    public static AccountsSelector AllAccounts(RecordCondition? where = null) => new(where);

    /// <summary>
    /// Opportunities, whether or not their contacts have been imported: all of them, or those that a condition selects. Needs
    /// <see cref="SalesforceImportOptions.OpportunitySync"/>.
    /// </summary>
    public static OpportunitiesSelector AllOpportunities(RecordCondition? where = null) => new(where);

    /// <summary>
    /// All that several selectors select, in one plan. The library orders the steps: people first, then what is theirs. A
    /// record that several of them select is read once.
    /// </summary>
    /// <exception cref="ArgumentException">There is no selector.</exception>
    public static RecordSelector Combine(params IReadOnlyList<RecordSelector> selectors)
    {
        ArgumentNullException.ThrowIfNull(selectors);
        return selectors.Count switch
        {
            0 => throw new ArgumentException("There is nothing to combine.", nameof(selectors)),
            1 => selectors[0],
            _ => new CombinedSelector([.. selectors.SelectMany(selector => selector is CombinedSelector combined ? combined.Selectors : [selector])]),
        };
    }

    /// <summary>The selection for people, such as <c>leads and contacts where CreatedDate &gt;= 2026-01-01</c>.</summary>
    public sealed override string ToString() => Describe();

    private protected abstract string Describe();

    private protected static string Describe(string records, RecordCondition? where) =>
        where is null ? $"all {records}" : $"{records} where {where}";
}
