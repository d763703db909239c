using SalesforceImport.Emulator.Data.Editing.Rules;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Converts leads, as one change of the org.</summary>
internal static class LeadConverter
{
    private const int DaysToClose = 90;

    private static readonly (string Lead, string Contact)[] Copied =
    [
        ("Salutation", "Salutation"), ("FirstName", "FirstName"), ("LastName", "LastName"), ("Title", "Title"), ("Email", "Email"),
        ("Phone", "Phone"), ("MobilePhone", "MobilePhone"), ("Fax", "Fax"), ("LeadSource", "LeadSource"), ("Description", "Description"),
        ("Street", "MailingStreet"), ("City", "MailingCity"), ("State", "MailingState"), ("PostalCode", "MailingPostalCode"),
        ("Country", "MailingCountry"), ("HasOptedOutOfEmail", "HasOptedOutOfEmail"), ("HasOptedOutOfFax", "HasOptedOutOfFax"), ("DoNotCall", "DoNotCall"),
    ];

    public static LeadConversion Convert(OrgEditor editor, RecordId leadId, string? accountId, string? contactId, string? opportunityName)
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
        RecordId? opportunity = opportunityName is null ? null : InsertOpportunity(editor, lead, opportunityName, account, contact);
        editor.Set(
            table,
            row,
            ("IsConverted", true),
            ("ConvertedDate", DateOnly.FromDateTime(editor.Now.UtcDateTime)),
            ("ConvertedAccountId", account),
            ("ConvertedContactId", contact),
            ("ConvertedOpportunityId", opportunity),
            ("Status", "Closed - Converted"u8.ToArray()));
        MoveMembers(editor, leadId, contact);
        MoveActivities(editor, leadId, contact, opportunity);
        return new LeadConversion(account.ToString(), contact.ToString(), opportunity?.ToString());
    }

    private static RecordId Existing(OrgEditor editor, string id, string objectName)
    {
        var parsed = RecordId.TryParse(id, out var found) ? found : throw WriteErrors.NoSuchRecord();
        var (table, _) = editor.Find(parsed);
        return table.Definition.Name == objectName ? parsed : throw new ArgumentException($"'{id}' is no {objectName}.", nameof(id));
    }

    private static RecordId InsertAccount(OrgEditor editor, EmulatedRecord lead) => editor.Insert(
        editor.Snapshot.Schema.Get("Account"),
        new Dictionary<string, object?> { ["Name"] = lead["Company"], ["Phone"] = lead["Phone"], ["Website"] = lead["Website"] });

    private static RecordId InsertContact(OrgEditor editor, EmulatedRecord lead, RecordId account)
    {
        var fields = Copied.ToDictionary(pair => pair.Contact, pair => lead[pair.Lead]);
        fields["AccountId"] = account.ToString();
        return editor.Insert(editor.Snapshot.Schema.Get("Contact"), fields);
    }

    private static RecordId InsertOpportunity(OrgEditor editor, EmulatedRecord lead, string name, RecordId account, RecordId contact)
    {
        var definition = editor.Snapshot.Schema.Get("Opportunity");
        var opportunity = editor.Insert(definition, new Dictionary<string, object?>
        {
            ["Name"] = name,
            ["AccountId"] = account.ToString(),
            ["ContactId"] = contact.ToString(),
            ["StageName"] = definition.Field("StageName").Values[0],
            ["CloseDate"] = DateOnly.FromDateTime(editor.Now.UtcDateTime).AddDays(DaysToClose),
            ["LeadSource"] = lead["LeadSource"],
        });
        editor.Insert(editor.Snapshot.Schema.Get("OpportunityContactRole"), new Dictionary<string, object?>
        {
            ["OpportunityId"] = opportunity.ToString(),
            ["ContactId"] = contact.ToString(),
            ["IsPrimary"] = true,
        });
        return opportunity;
    }

    // The lead's memberships become the contact's; the lead stays on them. Where the contact is a member already, both rows stay.
    private static void MoveMembers(OrgEditor editor, RecordId lead, RecordId contact)
    {
        var members = editor.Snapshot.Tables[editor.Snapshot.Schema.Get("CampaignMember")];
        foreach (var row in editor.ChildrenOf(members, members.Definition.Field("LeadId"), lead))
        {
            var campaign = new RowDraft(editor.Snapshot, members, row).ReadId("CampaignId");
            if (!MemberRules.IsMember(editor, campaign, "ContactId", contact))
            {
                editor.Set(members, row, ("ContactId", contact));
            }
        }
    }

    private static void MoveActivities(OrgEditor editor, RecordId lead, RecordId contact, RecordId? opportunity)
    {
        foreach (var relationship in editor.Snapshot.Schema.Get("Lead").Children.Where(child => child.Field == "WhoId"))
        {
            var activities = editor.Snapshot.Tables[editor.Snapshot.Schema.Get(relationship.Object)];
            foreach (var row in editor.ChildrenOf(activities, activities.Definition.Field("WhoId"), lead))
            {
                var fields = new Dictionary<string, object?> { ["WhoId"] = contact.ToString() };
                if (opportunity is { } deal)
                {
                    fields["WhatId"] = deal.ToString();
                }

                editor.Update(activities.Ids.At(row), fields);
            }
        }
    }
}
