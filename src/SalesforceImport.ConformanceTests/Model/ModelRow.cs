namespace SalesforceImport.ConformanceTests.Model;

/// <summary>A row as it should be.</summary>
internal sealed class ModelRow(long id, string? createdByRun, FieldValue[] values)
{
    public long Id { get; } = id;

    public string? CreatedByRun { get; } = createdByRun;

    public FieldValue[] Values { get; } = values;

    public SalesforceId? Leader { get; set; }

    public Dictionary<SalesforceId, StoredSource> Sources { get; } = [];

    public IEnumerable<string> MatchedEmails => Sources.Count == 0
        ? Folded(Values[Sample.Email])
        : Sources.Values.Where(source => source.Contributes).Select(source => source.Email).OfType<string>();

    public IEnumerable<string> AllEmails =>
        Sources.Values.Select(source => source.Email).OfType<string>().Concat(Folded(Values[Sample.Email]));

    private static IEnumerable<string> Folded(FieldValue email) => email.IsBlank ? [] : [email.AsText()!.Trim().ToLowerInvariant()];
}
