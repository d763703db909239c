namespace SalesforceImport.Relational;

/// <summary>What a kind is called in a database.</summary>
internal static class KindNames
{
    public static readonly RecordKind[] All = Enum.GetValues<RecordKind>();

    /// <summary>The kind as it stands in bookkeeping tables and lock files.</summary>
    public static string Name(this RecordKind kind) => kind switch
    {
        RecordKind.Contact => "contact",
        RecordKind.Account => "account",
        RecordKind.Opportunity => "opportunity",
        RecordKind.Task => "task",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of record."),
    };

    /// <summary>The kind's table of rows.</summary>
    public static string Table(this RecordKind kind) => kind switch
    {
        RecordKind.Contact => "contacts",
        RecordKind.Account => "accounts",
        RecordKind.Opportunity => "opportunities",
        RecordKind.Task => "tasks",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of record."),
    };

    public static string Join(IEnumerable<RecordKind> kinds) => string.Join(',', kinds.Distinct().Order().Select(Name));

    public static IReadOnlyList<RecordKind> Split(string names) => [.. All.Where(kind => names.Split(',').Contains(kind.Name()))];

    public static RecordKind Parse(string name) => All.First(kind => kind.Name() == name);
}
