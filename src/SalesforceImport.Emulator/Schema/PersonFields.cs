namespace SalesforceImport.Emulator.Schema;

/// <summary>Which field of a person account is which field of its contact.</summary>
internal static class PersonFields
{
    private const string Prefix = "Person";
    private const string AccountEnding = "__pc";
    private const string ContactEnding = "__c";

    private static readonly string[] Names = ["FirstName", "LastName", "Salutation"];

    /// <summary>Whether the org has person accounts.</summary>
    public static bool Exist(ObjectDefinition account) => account.Name == "Account" && account.Find("IsPersonAccount") is not null;

    /// <summary>The contact's field that an account's field shows; null where it is one of the account's own.</summary>
    public static FieldDefinition? Of(ObjectDefinition contact, FieldDefinition field)
    {
        if (Names.Contains(field.Name))
        {
            return contact.Find(field.Name);
        }

        if (field.Name.EndsWith(AccountEnding, StringComparison.Ordinal))
        {
            return contact.Find(field.Name[..^AccountEnding.Length] + ContactEnding);
        }

        return field.Type != FieldType.Address && field.Name.StartsWith(Prefix, StringComparison.Ordinal) ? contact.Find(field.Name[Prefix.Length..]) : null;
    }

    /// <summary>What a contact's custom field is called on a person account.</summary>
    public static string NameOf(string custom) => custom[..^ContactEnding.Length] + AccountEnding;
}
