using SalesforceImport.Importing;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing.Previewing;

public sealed class PreviewStoreTests
{
    private static readonly SourceKey Lead = new(BatchHarness.Org, SalesforceId.Parse("00Q000000000001"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_that_waits_for_its_contact_is_found_however_late_it_is_asked_for()
    {
        using var host = new InMemoryContactStore();
        await host.PrepareAsync([BatchHarness.Schema.Store], Cancel);
        var run = await host.OpenRunAsync(Opening("import"), Cancel);
        var orphan = new StoredSource { Key = Lead, Object = "Lead", LinkedTo = SalesforceId.Parse("003000000000001"), Contributes = false };
        await host.ApplyAsync(
            new ChangeSet { Run = "import", Epoch = run.Epoch, Sequence = 1, Kind = RecordKind.Contact, Org = BatchHarness.Org, Checkpoint = "{}", PutOrphans = [orphan] }, Cancel);

        await using var preview = new PreviewStore(host, BatchHarness.Org, _ => ValueTask.CompletedTask);
        await preview.PrepareAsync([BatchHarness.Schema.Store], Cancel);
        await preview.OpenRunAsync(Opening("preview"), Cancel);
        await preview.FindAsync(Request(SalesforceId.Parse("003000000000009")), Cancel);
        var found = await preview.FindAsync(Request(Lead.Id), Cancel);

        found.Orphans.Should().ContainSingle().Which.Key.Should().Be(Lead);
    }

    private static RunOpening Opening(string run) =>
        new() { Run = run, Kinds = [RecordKind.Contact], Holder = "test", At = DateTimeOffset.UnixEpoch, New = new(BatchHarness.Org, "{}", run) };

    private static FindRequest Request(SalesforceId id) =>
        new() { Kind = RecordKind.Contact, Org = BatchHarness.Org, Run = "preview", Sources = [id] };
}
