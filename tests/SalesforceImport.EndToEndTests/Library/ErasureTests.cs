using SalesforceImport.Selectors;

namespace SalesforceImport.EndToEndTests.Library;

/// <summary>A person who is erased is gone from the database, and does not come back.</summary>
public sealed class ErasureTests
{
    private const string Email = "qzmail@example.com";

    private static readonly string[] TextFields = ["FirstName", "LastName", "Title", "Phone", "MobilePhone", "Fax", "Description"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Nothing_that_was_ever_imported_of_a_person_is_left_anywhere(StoreKind kind)
    {
        await using var org = await ImportedOrg.StartAsync(kind, leads: 40, contacts: 40);
        string contact = org.Org.Insert("Contact", [("Email", Email), ("MailingStreet", "qzstreet"), ("Department", "qzdepartment"), .. Marked("one")]);
        string twin = org.Org.Insert("Lead", [("Email", Email.ToUpperInvariant()), ("Company", "qzcompany"), ("Website", "qzwebsite"), .. Marked("two")]);
        string converted = org.Org.Insert("Lead", [("Email", "qzother@example.com"), ("Company", "qzformer"), .. Marked("three")]);
        org.Org.Insert("CampaignMember", ("CampaignId", org.Org.Insert("Campaign", ("Name", "Spring"), ("IsActive", true))), ("ContactId", contact));
        await org.ImportAsync(RecordSelector.LeadsAndContacts());
        org.Org.Update(contact, Marked("four"));
        org.Org.Update(twin, Marked("five"));
        org.Org.ConvertLead(converted, contactId: contact);
        var last = await org.ImportAsync(RecordSelector.LeadsAndContacts());
        foreach (string marker in (string[])[Email, "qzfour", "qzone", "qzcompany"])
        {
            (await org.HoldsAsync(marker)).Should().BeTrue($"'{marker}' was imported, or was there before it changed");
        }

        (await org.AskAsync(importer => importer.History.ForgetAsync(SalesforceId.Parse(contact), Cancel))).Should().BeTrue();

        (await org.HoldsAsync("qz")).Should().BeFalse("every value of the person began with it");
        (await org.HoldsAsync("QZ")).Should().BeFalse("one was written in capitals");
        (await org.HoldsAsync(last.Run!)).Should().BeTrue("the runs themselves stay");
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task No_record_of_an_erased_person_comes_back_and_each_says_why(StoreKind kind)
    {
        await using var org = await ImportedOrg.StartAsync(kind, contacts: 20);
        string contact = org.Org.Insert("Contact", ("Email", Email), ("LastName", "qzone"));
        string twin = org.Org.Insert("Lead", ("Email", Email), ("LastName", "qztwo"), ("Company", "qzcompany"));
        await org.ImportAsync(RecordSelector.LeadsAndContacts());
        long before = Convert.ToInt64(await org.ValueAsync("SELECT count(*) FROM contacts"), System.Globalization.CultureInfo.InvariantCulture);
        await org.AskAsync(importer => importer.History.ForgetAsync(SalesforceId.Parse(twin), Cancel));

        org.Org.Update(contact, ("Email", "qznew@example.com"));
        string again = org.Org.Insert("Contact", ("Email", $" {Email.ToUpperInvariant()}"), ("LastName", "qzthree"));
        string former = org.Org.Insert("Lead", ("Email", "qzthird@example.com"), ("LastName", "qzfour"), ("Company", "qzcompany"));
        org.Org.ConvertLead(former, contactId: contact);
        var report = await org.ImportAsync(RecordSelector.LeadsAndContacts());

        var problems = await org.AskAsync(async importer => await importer.History.ReadProblemsAsync(report.Run!, Cancel).ToListAsync(Cancel));
        problems.Should().OnlyContain(problem => problem.Reason == RecordReason.Erased);
        problems.Select(problem => problem.Id.ToString()).Should().BeEquivalentTo(contact, twin, again, former);
        (await org.HoldsAsync("qz")).Should().BeFalse();
        (await org.ColumnAsync("SELECT id FROM contacts")).Should().HaveCount((int)before - 1);
        foreach (string record in (string[])[contact, twin])
        {
            var why = await org.AskAsync(importer => importer.History.WhyAsync(SalesforceId.Parse(record), Cancel));
            why.IsErased.Should().BeTrue();
            why.Sentences.Should().Contain(sentence => sentence.Contains("was erased", StringComparison.Ordinal));
        }

        (await org.AskAsync(importer => importer.History.WhyAsync(SalesforceId.Parse(again), Cancel))).Outcomes[0].Reason.Should().Be(RecordReason.Erased);
    }

    [Fact]
    public async Task What_was_never_imported_or_is_erased_already_is_not_erased()
    {
        await using var org = await ImportedOrg.StartAsync(StoreKind.Sqlite, contacts: 5);
        string contact = org.Org.Rows("Contact").First().Id;
        (await ForgetAsync(contact)).Should().BeFalse("nothing was imported yet");
        await org.ImportAsync(RecordSelector.AllContacts());

        (await ForgetAsync("003000000000001")).Should().BeFalse();
        (await ForgetAsync(contact)).Should().BeTrue();
        (await ForgetAsync(contact)).Should().BeFalse();
        (await org.ColumnAsync("SELECT id FROM contacts")).Should().HaveCount(4);

        Task<bool> ForgetAsync(string id) => org.AskAsync(importer => importer.History.ForgetAsync(SalesforceId.Parse(id), Cancel));
    }

    private static List<(string Field, object? Value)> Marked(string what) => [.. TextFields.Select(field => (field, (object?)$"qz{what}"))];
}
