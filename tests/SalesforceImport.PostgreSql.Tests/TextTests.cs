using System.Text;
using Microsoft.Extensions.Logging;
using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

/// <summary>Text that PostgreSQL refuses: no record is lost by it.</summary>
public sealed class TextTests : StoreTests
{
    [Fact]
    public async Task A_NUL_character_is_kept_as_its_picture_and_read_as_what_it_was()
    {
        var store = await PreparedAsync();
        string[] texts = ["a\0b", "\0", "\0\0", "漢\0字", "plain"];
        await ApplyAsync(store, [.. texts.Select((text, i) => People.Create(i, People.Values(text)))]);
        for (int i = 0; i < texts.Length; i++)
        {
            (await SingleAsync(store, People.BySource(i))).Values[0].AsText().Should().Be(texts[i]);
        }

        (await (await HostAsync()).ColumnAsync("SELECT first_name FROM contacts ORDER BY id")).Should().Equal("a␀b", "␀", "␀␀", "漢␀字", "plain");
    }

    [Fact]
    public async Task NUL_characters_are_kept_in_updates_sources_history_and_emails()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada", "nul\0@example.com"));
        var row = await SingleAsync(store, People.ByEmail("nul\0@example.com"));
        var opened = await store.OpenRunAsync(People.Opening("run-2"), Cancellation);
        PropertyChange[] changes = [new(0, row.Values[0], FieldValue.FromText("A\0da"))];
        var source = new StoredSource { Key = new(People.Org, People.Id(2)), Object = "Contact", Email = "\0@example.com", Values = People.Values("\0") };
        (await store.ApplyAsync(
            People.Set("run-2", opened.Epoch, 1, "c", new UpdateRow { Id = row.Id, Version = row.Version, Properties = changes, ChangesOfRun = changes, PutSources = [source] }),
            Cancellation)).Outcome.Should().Be(ApplyOutcome.Applied);

        var after = await SingleAsync(store, People.ByEmail("\0@example.com"));
        after.Values[0].AsText().Should().Be("A\0da");
        after.Sources.Select(one => one.Email).Should().BeEquivalentTo("nul\0@example.com", "\0@example.com");
        after.Sources.Single(one => one.Values is not null).Values![0].AsText().Should().Be("\0");
        (await store.ReadHistoryAsync("run-2", RecordKind.Contact, 0, 10, Cancellation)).Single().Changes.Single().After.AsText().Should().Be("A\0da");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_kept_as_replacement_characters()
    {
        var store = await PreparedAsync();
        byte[] latin1 = Encoding.Latin1.GetBytes("Zoë");
        var values = People.Values();
        values[0] = FieldValue.FromUtf8(latin1, 0, latin1.Length);
        await ApplyAsync(store, People.Create(1, values));
        (await SingleAsync(store, People.BySource(1))).Values[0].AsText().Should().Be("Zo\uFFFD");
    }

    [Fact]
    public async Task Texts_that_had_to_be_changed_are_reported_by_property_and_record_and_never_by_value()
    {
        var logger = new ListLogger<PostgreSqlContactStore>();
        await using var store = new PostgreSqlContactStore(new() { ConnectionString = Schema.ConnectionString }, logger: logger);
        await store.PrepareAsync([People.Schema], Cancellation);
        await ApplyAsync(store, People.Create(1, "Ada"), People.Create(2, "secret\0name"), People.Create(3, "\0"));
        var (level, message) = logger.Entries.Should().ContainSingle(entry => entry.Level >= LogLevel.Warning).Subject;
        message.Should().Contain("2 texts").And.Contain("NUL").And.Contain("FirstName").And.Contain(People.Id(2).ToString()).And.NotContain("secret");
    }
}
