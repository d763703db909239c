using System.Globalization;
using SalesforceImport.Selectors;

namespace SalesforceImport.EndToEndTests.Library;

/// <summary>Whoever opted out stays so, whatever comes later.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task An_opt_out_stays_when_the_org_takes_it_back(StoreKind kind)
    {
        await using var org = await ImportedOrg.StartAsync(kind);
        string contact = org.Org.Insert("Contact", ("LastName", "Adams"), ("HasOptedOutOfEmail", true), ("DoNotCall", false));
        await org.ImportAsync(RecordSelector.AllContacts());
        org.Org.Update(contact, ("HasOptedOutOfEmail", false), ("DoNotCall", true), ("Title", "Director"));

        var report = await org.ImportAsync(RecordSelector.AllContacts());

        report.Objects["Contact"].Updated.Should().Be(1);
        (await FlagAsync(org, "email_opt_out")).Should().BeTrue();
        (await FlagAsync(org, "do_not_call")).Should().BeTrue("it tightened");
    }

    [Theory]
    [InlineData(SyncRule.AlwaysSalesforce)]
    [InlineData(SyncRule.PreferSalesforceUnlessBlank)]
    [InlineData(SyncRule.FillBlanks)]
    public async Task An_opt_out_tightens_and_never_loosens_whatever_rule_it_is_mapped_with(SyncRule rule)
    {
        await using var org = await ImportedOrg.StartAsync(StoreKind.Sqlite);
        string contact = org.Org.Insert("Contact", ("LastName", "Adams"), ("HasOptedOutOfEmail", false));
        Action<SalesforceImportOptions> mapped = options =>
        {
            options.LeadFields.Map("HasOptedOutOfEmail", "EmailOptOut", rule);
            options.ContactFields.Map("HasOptedOutOfEmail", "EmailOptOut", rule);
        };
        await org.ImportAsync(RecordSelector.AllContacts(), mapped);
        foreach (bool said in (bool[])[true, false])
        {
            org.Org.Update(contact, ("HasOptedOutOfEmail", said));
            await org.ImportAsync(RecordSelector.AllContacts(), mapped);

            (await FlagAsync(org, "email_opt_out")).Should().BeTrue($"the org said {said} after it had said true, or just so");
        }
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task The_opt_out_of_a_twin_counts_and_stays_when_the_twin_leaves(StoreKind kind)
    {
        await using var org = await ImportedOrg.StartAsync(kind);
        org.Org.Insert("Contact", ("LastName", "Adams"), ("Email", "ann@example.com"), ("HasOptedOutOfEmail", false));
        await org.ImportAsync(RecordSelector.LeadsAndContacts());
        (await FlagAsync(org, "email_opt_out")).Should().BeFalse();

        string twin = org.Org.Insert("Lead", ("LastName", "Adams"), ("Company", "Acme"), ("Email", "Ann@Example.com"), ("HasOptedOutOfEmail", true));
        await org.ImportAsync(RecordSelector.LeadsAndContacts());
        (await FlagAsync(org, "email_opt_out")).Should().BeTrue("the twin has opted out");

        org.Org.Update(twin, ("Email", "somebody.else@example.com"), ("HasOptedOutOfEmail", false));
        await org.ImportAsync(RecordSelector.LeadsAndContacts());
        (await FlagAsync(org, "email_opt_out")).Should().BeTrue("it was the person's own word, whichever record held it");
    }

    private static async Task<bool> FlagAsync(ImportedOrg org, string column) =>
        Convert.ToBoolean(await org.ValueAsync($"SELECT {column} FROM contacts WHERE salesforce_object = 'Contact'"), CultureInfo.InvariantCulture);
}
