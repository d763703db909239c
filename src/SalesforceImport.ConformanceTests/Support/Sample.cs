namespace SalesforceImport.ConformanceTests.Support;

/// <summary>Schemas, ids, times and values that the tests share.</summary>
internal static class Sample
{
    public const int FirstName = 0;
    public const int LastName = 1;
    public const int Email = 2;
    public const int Score = 3;
    public const int Revenue = 4;
    public const int OptedOut = 5;
    public const int Birthdate = 6;
    public const int LastSeen = 7;

    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static StoreSchema Contacts { get; } = new(
        RecordKind.Contact,
        [
            new("FirstName", PropertyType.Text),
            new("LastName", PropertyType.Text),
            new("Email", PropertyType.Text),
            new("Score", PropertyType.Integer),
            new("Revenue", PropertyType.Decimal),
            new("OptedOut", PropertyType.Boolean),
            new("Birthdate", PropertyType.Date),
            new("LastSeen", PropertyType.DateTime),
        ]);

    public static StoreSchema Accounts { get; } = new(
        RecordKind.Account,
        [new("Name", PropertyType.Text), new("Employees", PropertyType.Integer)]);

    public static SalesforceId Org { get; } = SalesforceId.Parse("00D000000000001");

    public static SalesforceId OtherOrg { get; } = SalesforceId.Parse("00D000000000002");

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 8, 30, 15, 123, TimeSpan.Zero);

    public static SalesforceId Contact(int number) => Id("003", number);

    public static SalesforceId Lead(int number) => Id("00Q", number);

    public static SalesforceId Account(int number) => Id("001", number);

    public static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    /// <summary>A whole row of contact values.</summary>
    public static FieldValue[] Person(string? firstName, string? lastName = null, string? email = null, long? score = null)
    {
        var values = new FieldValue[Contacts.Properties.Count];
        values[FirstName] = FieldValue.FromText(firstName);
        values[LastName] = FieldValue.FromText(lastName);
        values[Email] = FieldValue.FromText(email);
        values[Score] = score is { } number ? FieldValue.FromInteger(number) : FieldValue.Null;
        return values;
    }

    public static FieldValue[] Company(string name, long? employees = null) =>
        [FieldValue.FromText(name), employees is { } number ? FieldValue.FromInteger(number) : FieldValue.Null];

    private static SalesforceId Id(string prefix, int number)
    {
        Span<char> text = stackalloc char[15];
        text.Fill('0');
        prefix.CopyTo(text);
        text[3] = '5';
        for (int i = 14; number > 0; i--, number /= 62)
        {
            text[i] = Base62[number % 62];
        }

        return SalesforceId.TryParse(text, out var id) ? id : throw new InvalidOperationException($"'{text}' is no id.");
    }
}
