using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SalesforceImport.CustomStore.Tests.Support;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Store;
using SalesforceImport.Stores;

namespace SalesforceImport.CustomStore.Tests;

/// <summary>What the application sees of its own entities, and what an import sees of the application.</summary>
public sealed class HostTests : IDisposable
{
    private static readonly SalesforceId Org = SalesforceId.Parse("00D000000000001");
    private static readonly SalesforceId Ada = SalesforceId.Parse("003000000000001");
    private static readonly StoreSchema Schema = new(RecordKind.Contact, [new("FirstName", PropertyType.Text), new("Birthdate", PropertyType.Date), new("Shoe Size", PropertyType.Integer)]);

    private readonly CrmFile _file = new();
    private readonly FakeTimeProvider _time = new();
    private readonly CrmContactStore _store;

    public HostTests() => _store = new(_file, _time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task Properties_fill_members_and_the_others_are_kept_beside_them()
    {
        await ImportAdaAsync();

        await using var crm = _file.CreateDbContext();
        var customer = await crm.Customers.SingleAsync(customer => customer.BornOn < new DateOnly(1900, 1, 1), Cancellation);
        customer.GivenName.Should().Be("Ada");
        customer.MoreFields.Should().Be("""{"Shoe Size":36}""");
        customer.CreatedByRun.Should().Be("run-1");
    }

    [Fact]
    public async Task An_edit_of_what_an_import_has_changed_meanwhile_is_refused()
    {
        long epoch = await ImportAdaAsync();
        await using var crm = _file.CreateDbContext();
        var customer = await crm.Customers.SingleAsync(Cancellation);
        await ApplyAsync(epoch, 2, new UpdateRow { Id = customer.Id, Version = customer.Version, Properties = [new(0, FieldValue.FromText("Ada"), FieldValue.FromText("Augusta"))] });

        customer.Position = "Countess";
        var saving = () => crm.SaveChangesAsync(Cancellation);

        await saving.Should().ThrowAsync<DbUpdateConcurrencyException>();
    }

    [Fact]
    public async Task A_customer_whom_a_user_wrote_a_note_about_is_not_removed()
    {
        long epoch = await ImportAdaAsync();
        await using var crm = _file.CreateDbContext();
        var customer = await crm.Customers.SingleAsync(Cancellation);
        crm.Notes.Add(new Note { CustomerId = customer.Id, Text = "Called about the engine." });
        await crm.SaveChangesAsync(Cancellation);

        var result = await ApplyAsync(epoch, 2, new RemoveRow { Id = customer.Id, Version = customer.Version });

        result.Outcome.Should().Be(ApplyOutcome.Refused);
        result.Rows.Should().Equal(customer.Id);
        (await crm.Customers.CountAsync(Cancellation)).Should().Be(1);
        (await _store.FindRunAsync("run-1", Cancellation))!.Sequence.Should().Be(1);
    }

    [Fact]
    public async Task Erasing_a_customer_takes_what_users_wrote_about_them_along()
    {
        await ImportAdaAsync();
        await using var crm = _file.CreateDbContext();
        var customer = await crm.Customers.SingleAsync(Cancellation);
        crm.Notes.Add(new Note { CustomerId = customer.Id, Text = "Marked-note-5c1e" });
        await crm.SaveChangesAsync(Cancellation);

        (await _store.ForgetAsync(RecordKind.Contact, customer.Id, Cancellation)).Should().BeTrue();

        (await crm.Notes.CountAsync(Cancellation)).Should().Be(0);
        _file.Holds("Marked-note-5c1e").Should().BeFalse();
    }

    [Fact]
    public async Task A_lease_outlives_its_time_while_its_holder_lives_and_no_longer()
    {
        await ImportAdaAsync();
        using var other = new CrmContactStore(_file, _time);
        await other.PrepareAsync([Schema], Cancellation);

        _time.Advance(Heartbeat.LeaseTime * 5);
        var early = () => other.OpenRunAsync(Opening("run-2"), Cancellation);
        await early.Should().ThrowAsync<RunLeaseException>();

        _store.Dispose();
        _time.Advance(Heartbeat.LeaseTime);
        (await other.OpenRunAsync(Opening("run-2"), Cancellation)).Epoch.Should().Be(2);
    }

    private static RunOpening Opening(string run) => new()
    {
        Run = run,
        Kinds = [RecordKind.Contact],
        Holder = "machine/1",
        At = DateTimeOffset.UnixEpoch,
        New = new(Org, "plan", "list"),
    };

    private async Task<long> ImportAdaAsync()
    {
        await _store.PrepareAsync([Schema], Cancellation);
        long epoch = (await _store.OpenRunAsync(Opening("run-1"), Cancellation)).Epoch;
        FieldValue[] values = [FieldValue.FromText("Ada"), FieldValue.FromDate(new(1815, 12, 10)), FieldValue.FromInteger(36)];
        await ApplyAsync(epoch, 1, new CreateRow { Leader = new() { Key = new(Org, Ada), Object = "Contact" }, Values = values });
        return epoch;
    }

    private Task<ApplyResult> ApplyAsync(long epoch, long sequence, RowChange change) => _store.ApplyAsync(
        new() { Run = "run-1", Epoch = epoch, Sequence = sequence, Kind = RecordKind.Contact, Org = Org, Checkpoint = "here", Changes = [change] }, Cancellation);
}
