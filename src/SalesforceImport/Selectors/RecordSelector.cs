using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>What to import: which objects, and which of their records.</summary>
/// <remarks>A closed set: new kinds come with new versions of the library. Immutable and thread-safe; selectors that say the same are equal.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LeadsSelector), "leads")]
[JsonDerivedType(typeof(ContactsSelector), "contacts")]
[JsonDerivedType(typeof(LeadsAndContactsSelector), "leadsAndContacts")]
public abstract record RecordSelector
{
    private protected RecordSelector()
    {
    }

    /// <summary>The objects to read, in the order in which they are read.</summary>
    internal abstract IReadOnlyList<SelectedObject> Objects { get; }

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

    /// <summary>The selection for people, such as <c>leads and contacts where CreatedDate &gt;= 2026-01-01</c>.</summary>
    public sealed override string ToString() => Describe();

    private protected abstract string Describe();

    private protected static string Describe(string records, RecordCondition? where) =>
        where is null ? $"all {records}" : $"{records} where {where}";
}
