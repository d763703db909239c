using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

public sealed class ViewTests : StoreTests
{
    private static readonly StoreProperty AccountOf = new("AccountSalesforceId", PropertyType.Text);
    private static readonly StoreSchema Contacts = new(RecordKind.Contact, [new("FirstName", PropertyType.Text), AccountOf]);
    private static readonly StoreSchema Accounts = new(RecordKind.Account, [new("Name", PropertyType.Text)]);
    private static readonly StoreSchema Opportunities = new(RecordKind.Opportunity, [new("Name", PropertyType.Text), AccountOf]);
    private static readonly StoreSchema Tasks = new(RecordKind.Task, [new("Subject", PropertyType.Text)]);

    [Fact]
    public async Task Views_show_links_as_pairs_of_rows_whichever_record_of_a_row_they_name()
    {
        var store = await PreparedAsync(Contacts, Accounts, Opportunities, Tasks);
        var ada = new StoredSource { Key = new(People.Org, People.Id(1)), Object = "Contact" };
        var lead = new StoredSource { Key = new(People.Org, Id("00Q", 1)), Object = "Lead", Values = [FieldValue.FromText("A."), FieldValue.Null] };
        await ApplyAsync(store, RecordKind.Account, Create("001", 7, "Acme"));
        await ApplyAsync(store, RecordKind.Opportunity, Create("006", 3, "Deal", Id("001", 7)));
        await ApplyAsync(store, RecordKind.Task, Create("00T", 5, "Call"));
        await ApplyAsync(
            store,
            RecordKind.Contact,
            [
                Link(LinkKind.OpportunityContact, Id("006", 3), People.Id(1)) with { Role = "Buyer", IsPrimary = true },
                Link(LinkKind.TaskContact, Id("00T", 5), lead.Key.Id),
                Link(LinkKind.CampaignMember, Id("701", 9), People.Id(1)) with { Role = "Sent", RespondedOn = new(2026, 3, 1), Record = Id("00v", 2) },
                Link(LinkKind.CampaignMember, Id("701", 9), People.Id(99)),
            ],
            new CreateRow { Leader = ada, Values = [FieldValue.FromText("Ada"), FieldValue.FromText(Id("001", 7).ToString())], OtherSources = [lead] });

        var host = await HostAsync();
        (await host.ColumnAsync("SELECT v::text FROM contact_accounts v")).Should().Equal("(1,1)");
        (await host.ColumnAsync("SELECT v::text FROM opportunity_accounts v")).Should().Equal("(1,1)");
        (await host.ColumnAsync("SELECT v::text FROM opportunity_contacts v")).Should().Equal("(1,1,Buyer,t)");
        (await host.ColumnAsync("SELECT v::text FROM task_contacts v")).Should().Equal("(1,1,f)");
        (await host.ColumnAsync("SELECT v::text FROM campaign_members v")).Should().Equal($"({Id("701", 9)},1,Sent,f,2026-03-01,{Id("00v", 2)})");
    }

    [Fact]
    public async Task Views_are_made_when_their_tables_are_and_let_them_grow()
    {
        await PreparedAsync(Contacts);
        var host = await HostAsync();
        (await ViewsAsync(host)).Should().Equal("campaign_members");
        await PreparedAsync(Accounts, Tasks);
        (await ViewsAsync(host)).Should().Equal("campaign_members", "contact_accounts", "task_contacts");

        await PreparedAsync(new StoreSchema(RecordKind.Contact, [.. Contacts.Properties, new("Nickname", PropertyType.Text)]));
        await host.ExecuteAsync("ALTER TABLE accounts ADD COLUMN colour text");
        (await host.ColumnAsync("SELECT v::text FROM contact_accounts v")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_host_has_under_the_name_of_a_view_stays()
    {
        var host = await HostAsync();
        await host.ExecuteAsync("CREATE TABLE campaign_members (mine text)");
        await PreparedAsync(Contacts);
        await PreparedAsync(Contacts);
        (await host.ColumnAsync("SELECT mine FROM campaign_members")).Should().BeEmpty();
    }

    private static SalesforceId Id(string prefix, int number) => SalesforceId.Parse($"{prefix}{number:D12}");

    private static StoredLink Link(LinkKind kind, SalesforceId from, SalesforceId to) => new() { Key = new(kind, from, to) };

    private static CreateRow Create(string prefix, int number, string name, SalesforceId? account = null) => new()
    {
        Leader = new() { Key = new(People.Org, Id(prefix, number)), Object = prefix },
        Values = account is { } id ? [FieldValue.FromText(name), FieldValue.FromText(id.ToString())] : [FieldValue.FromText(name)],
    };

    private static Task ApplyAsync(PostgreSqlContactStore store, RecordKind kind, params RowChange[] changes) => ApplyAsync(store, kind, [], changes);

    private static async Task ApplyAsync(PostgreSqlContactStore store, RecordKind kind, StoredLink[] links, params RowChange[] changes)
    {
        var opened = await store.OpenRunAsync(People.Opening($"run-{kind}", kind: kind), Cancellation);
        var result = await store.ApplyAsync(
            new()
            {
                Run = $"run-{kind}",
                Epoch = opened.Epoch,
                Sequence = 1,
                Kind = kind,
                Org = People.Org,
                Checkpoint = "c",
                Changes = changes,
                PutLinks = links,
            },
            Cancellation);
        result.Outcome.Should().Be(ApplyOutcome.Applied);
    }

    private static Task<List<string>> ViewsAsync(HostSql host) =>
        host.ColumnAsync("SELECT viewname::text FROM pg_views WHERE schemaname = current_schema() ORDER BY viewname");
}
