
namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Converts leads, as one change of the org.</summary>
internal static class LeadConverter
{
    private static readonly (string Lead, string Contact)[] Copied =
    [
        ("Salutation", "Salutation"), ("FirstName", "FirstName"), ("LastName", "LastName"), ("Title", "Title"), ("Email", "Email"),
        ("Phone", "Phone"), ("MobilePhone", "MobilePhone"), ("Fax", "Fax"), ("LeadSource", "LeadSource"), ("Description", "Description"),
        ("Street", "MailingStreet"), ("City", "MailingCity"), ("State", "MailingState"), ("PostalCode", "MailingPostalCode"),
        ("Country", "MailingCountry"), ("HasOptedOutOfEmail", "HasOptedOutOfEmail"), ("HasOptedOutOfFax", "HasOptedOutOfFax"), ("DoNotCall", "DoNotCall"),
    ];

    public static LeadConversion Convert(OrgEditor editor, string leadId, string? accountId, string? contactId)
    {
        var (table, row) = editor.Find(leadId);
        if (table.Definition.Name != "Lead")
        {
            throw new ArgumentException($"'{leadId}' is no lead.", nameof(leadId));
        }

        var lead = new EmulatedRecord(editor.Snapshot, table, row);
        if (lead["IsConverted"] is true)
        {
            throw new ArgumentException($"Lead '{leadId}' is converted already.", nameof(leadId));
        }

        var account = accountId is null ? InsertAccount(editor, lead) : Existing(editor, accountId, "Account");
        var contact = contactId is null ? InsertContact(editor, lead, account) : Existing(editor, contactId, "Contact");
        editor.Update(leadId, new Dictionary<string, object?>
        {
            ["IsConverted"] = true,
            ["ConvertedDate"] = DateOnly.FromDateTime(editor.Now.UtcDateTime),
            ["ConvertedAccountId"] = account,
            ["ConvertedContactId"] = contact,
            ["Status"] = "Closed - Converted",
        });
        MoveMembers(editor, RecordId.Parse(leadId), contact);
        return new LeadConversion(account, contact);
    }

    private static string Existing(OrgEditor editor, string id, string objectName)
    {
        var (table, row) = editor.Find(id);
        return table.Definition.Name == objectName ? table.Ids.At(row).ToString() : throw new ArgumentException($"'{id}' is no {objectName}.", nameof(id));
    }

    private static string InsertAccount(OrgEditor editor, EmulatedRecord lead) => editor.Insert(
        editor.Snapshot.Schema.Get("Account"),
        new Dictionary<string, object?> { ["Name"] = lead["Company"], ["Phone"] = lead["Phone"], ["Website"] = lead["Website"] }).ToString();

    private static string InsertContact(OrgEditor editor, EmulatedRecord lead, string account)
    {
        var fields = Copied.ToDictionary(pair => pair.Contact, pair => lead[pair.Lead]);
        fields["AccountId"] = account;
        return editor.Insert(editor.Snapshot.Schema.Get("Contact"), fields).ToString();
    }

    // The lead's memberships become the contact's; the lead stays on them.
    private static void MoveMembers(OrgEditor editor, RecordId lead, string contact)
    {
        var members = editor.Snapshot.Tables[editor.Snapshot.Schema.Get("CampaignMember")];
        var field = members.Definition.Field("LeadId");
        foreach (var row in editor.ChildrenOf(members, field, lead))
        {
            editor.Update(members.Ids.At(row).ToString(), new Dictionary<string, object?> { ["ContactId"] = contact });
        }
    }
}
