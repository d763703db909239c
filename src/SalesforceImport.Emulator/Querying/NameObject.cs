using System.Collections.Frozen;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>The few fields that can be read through a reference to several objects, such as Who or a queue's Owner.</summary>
internal static class NameObject
{
    private static readonly FrozenDictionary<string, FieldDefinition> Fields = new FieldResource[]
    {
        new("Id", "id", "Name ID", "fsga"),
        new("Name", "string", "Name", "nfsga", 255),
        new("FirstName", "string", "First Name", "nfsga", 40),
        new("LastName", "string", "Last Name", "nfsga", 80),
        new("Type", "picklist", "Type", "nfsga", 40),
        new("Title", "string", "Title", "nfsga", 128),
        new("Email", "email", "Email", "nfsga", 80),
        new("Phone", "phone", "Phone", "nfsga", 40),
        new("Alias", "string", "Alias", "nfsga", 8),
        new("Username", "string", "Username", "nfsga", 80),
        new("IsActive", "boolean", "Active", "fsg"),
        new("ProfileId", "reference", "Profile ID", "nfsga", 18),
        new("UserRoleId", "reference", "Role ID", "nfsga", 18),
    }.Select((field, i) => new FieldDefinition(field, i)).ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field that tells which object a reference leads to; no object has it itself.</summary>
    public static FieldDefinition Type { get; } = Fields["Type"];

    public static FieldDefinition? Find(string name) => Fields.GetValueOrDefault(name);
}
