using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Writes person accounts: what belongs to the account to the account, the rest to its contact.</summary>
internal static class PersonAccountWriter
{
    /// <summary>Parts the fields of an account; false where the org has no person accounts or none of the fields is a person's.</summary>
    public static bool TrySplit(
        OrgEditor editor, ObjectDefinition account, IReadOnlyDictionary<string, object?> fields, out Dictionary<string, object?> own, out Dictionary<string, object?> person)
    {
        (own, person) = ([], []);
        if (!PersonFields.Exist(account))
        {
            return false;
        }

        var contact = editor.Snapshot.Schema.Get("Contact");
        foreach (var (name, value) in fields)
        {
            if (account.Find(name) is { } field && PersonFields.Of(contact, field) is { } shown)
            {
                person[shown.Name] = value;
            }
            else
            {
                own[name] = value;
            }
        }

        return person.Count > 0;
    }

    /// <summary>Makes a person account: an account and its contact.</summary>
    public static RecordId Insert(OrgEditor editor, ObjectDefinition account, Dictionary<string, object?> own, Dictionary<string, object?> person)
    {
        if (own.ContainsKey("Name"))
        {
            throw WriteErrors.NotWritable(["Name"]);
        }

        own["Name"] = string.Join(' ', new[] { person.GetValueOrDefault("FirstName"), person.GetValueOrDefault("LastName") }.OfType<string>());
        if (person.GetValueOrDefault("LastName") is null or "")
        {
            throw WriteErrors.Required(["LastName"]);
        }

        var types = editor.Snapshot.Tables[editor.Snapshot.Schema.Get("RecordType")];
        own.TryAdd("RecordTypeId", types.Ids.At(1).ToString());
        var id = editor.InsertPlain(account, own);
        person["AccountId"] = id.ToString();
        var contact = editor.InsertPlain(editor.Snapshot.Schema.Get("Contact"), person);
        var (table, row) = editor.Find(id);
        editor.SetQuietly(table, row, ("PersonContactId", contact));
        return id;
    }

    /// <summary>Changes a person account, both of its records.</summary>
    public static void Update(OrgEditor editor, RecordId id, Dictionary<string, object?> own, Dictionary<string, object?> person)
    {
        var (table, row) = editor.Find(id);
        var contact = new RowDraft(editor.Snapshot, table, row).ReadId("PersonContactId");
        if (contact.IsNone)
        {
            throw WriteErrors.NotWritable([.. person.Keys]);
        }

        editor.UpdatePlain(id, own);
        editor.UpdatePlain(contact, person);
    }

    /// <summary>Whether a record is the contact of a person account, which stands and falls with it.</summary>
    public static bool IsPersonContact(OrgEditor editor, ObjectTable table, long row) =>
        table.Definition.Name == "Contact" && new RowDraft(editor.Snapshot, table, row).ReadFlag("IsPersonAccount");
}
