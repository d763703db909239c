namespace SalesforceImport;

/// <summary>What a record becomes in the host's store. Leads and contacts both become contacts.</summary>
public enum RecordKind
{
    /// <summary>A person: table <c>contacts</c>.</summary>
    Contact,

    /// <summary>A company: table <c>accounts</c>.</summary>
    Account,

    /// <summary>A deal: table <c>opportunities</c>.</summary>
    Opportunity,

    /// <summary>An activity: table <c>tasks</c>.</summary>
    Task,
}
