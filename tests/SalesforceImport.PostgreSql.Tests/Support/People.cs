using System.Globalization;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests.Support;

/// <summary>Short forms for the tests' own contacts.</summary>
internal static class People
{
    public static readonly SalesforceId Org = SalesforceId.Parse("00D000000000001");

    public static readonly StoreSchema Schema = new(
        RecordKind.Contact,
        [
            new("FirstName", PropertyType.Text),
            new("Email", PropertyType.Text),
            new("Revenue", PropertyType.Decimal),
            new("OptedOut", PropertyType.Boolean),
            new("LastSeen", PropertyType.DateTime),
            new("Birthdate", PropertyType.Date),
        ]);

    public static SalesforceId Id(int number) => SalesforceId.Parse("003" + number.ToString("D12", CultureInfo.InvariantCulture));

    public static RunOpening Opening(string run, bool isNew = true, string holder = "here", RecordKind kind = RecordKind.Contact) => new()
    {
        Run = run,
        Kinds = [kind],
        Holder = holder,
        At = DateTimeOffset.UnixEpoch,
        New = isNew ? new(Org, "plan", "list") : null,
    };

    public static FieldValue[] Values(
        string? firstName = null, string? email = null, decimal? revenue = null, bool? optedOut = null, DateTimeOffset? lastSeen = null, DateOnly? birthdate = null) =>
    [
        FieldValue.FromText(firstName),
        FieldValue.FromText(email),
        revenue is { } number ? FieldValue.FromDecimal(number) : FieldValue.Null,
        optedOut is { } flag ? FieldValue.FromBoolean(flag) : FieldValue.Null,
        lastSeen is { } instant ? FieldValue.FromDateTime(instant) : FieldValue.Null,
        birthdate is { } date ? FieldValue.FromDate(date) : FieldValue.Null,
    ];

    public static CreateRow Create(int number, string firstName, string? email = null) => Create(number, Values(firstName, email));

    public static CreateRow Create(int number, FieldValue[] values) => new()
    {
        Leader = new() { Key = new(Org, Id(number)), Object = "Contact", Email = values[1].AsText()?.ToLowerInvariant() },
        Values = values,
    };

    public static ChangeSet Set(string run, long epoch, long sequence, string checkpoint, params RowChange[] changes) => new()
    {
        Run = run,
        Epoch = epoch,
        Sequence = sequence,
        Kind = RecordKind.Contact,
        Org = Org,
        Checkpoint = checkpoint,
        Changes = changes,
    };

    public static FindRequest ById(long id) => new() { Kind = RecordKind.Contact, Org = Org, Run = "run-1", Ids = [id] };

    public static FindRequest ByEmail(string email) => new() { Kind = RecordKind.Contact, Org = Org, Run = "run-1", Emails = [email] };

    public static FindRequest BySource(int number) => new() { Kind = RecordKind.Contact, Org = Org, Run = "run-1", Sources = [Id(number)] };
}
