namespace SalesforceImport.Planning;

/// <summary>Where the ids come from that a step goes by: always the host's store, at the time the step is taken.</summary>
public enum IdsOf
{
    /// <summary>The contacts in the store.</summary>
    Contacts,

    /// <summary>The contacts and leads in the store.</summary>
    ContactsAndLeads,

    /// <summary>The accounts that contacts in the store refer to.</summary>
    AccountsOfContacts,

    /// <summary>The opportunities that contacts in the store are linked to.</summary>
    LinkedOpportunities,

    /// <summary>The tasks that people in the store are linked to.</summary>
    LinkedTasks,
}
