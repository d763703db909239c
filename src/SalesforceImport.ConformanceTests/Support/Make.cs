namespace SalesforceImport.ConformanceTests.Support;

/// <summary>Short forms for sources and changes.</summary>
internal static class Make
{
    public static StoredSource Source(
        SalesforceId id,
        string? email = null,
        FieldValue[]? values = null,
        SalesforceId? linkedTo = null,
        bool contributes = true,
        SalesforceId? org = null,
        DateTimeOffset? createdDate = null) => new()
        {
            Key = new(org ?? Sample.Org, id),
            Object = id.KeyPrefix switch { "00Q" => "Lead", "003" => "Contact", _ => "Account" },
            CreatedDate = createdDate ?? Sample.Start.AddDays(-30),
            Email = email,
            LinkedTo = linkedTo,
            Contributes = contributes,
            Values = values,
        };

    public static CreateRow Create(StoredSource leader, FieldValue[] values, params StoredSource[] others) =>
        new() { Leader = leader, Values = values, OtherSources = others };

    /// <summary>A plain create: one contact record, its e-mail matched, its values the row's.</summary>
    public static CreateRow Person(SalesforceId id, string? firstName, string? email = null, string? lastName = null, long? score = null) =>
        Create(Source(id, email), Sample.Person(firstName, lastName, email, score));

    /// <summary>A change of one property that is all the run has changed in the row.</summary>
    public static UpdateRow Update(StoredRow row, int property, FieldValue after) =>
        Update(row, new PropertyChange(property, row.Values[property], after));

    /// <summary>Changes that are all the run has changed in the row.</summary>
    public static UpdateRow Update(StoredRow row, params PropertyChange[] changes) =>
        new() { Id = row.Id, Version = row.Version, Properties = changes, ChangesOfRun = changes };

    public static RemoveRow Remove(StoredRow row, long? mergedInto = null) =>
        new() { Id = row.Id, Version = row.Version, MergedInto = mergedInto };
}
