namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>What an entity of the application needs so that imports can fill it: a few columns beside its own.</summary>
internal abstract class ImportedEntity
{
    /// <summary>Rises, and is never used again: of two rows, the older one has the lower id.</summary>
    public long Id { get; set; }

    /// <summary>Changes with every write, whoever writes: the concurrency token.</summary>
    public long Version { get; set; }

    /// <summary>The import that created the row; null for a row that the application made itself.</summary>
    public string? CreatedByRun { get; set; }

    /// <summary>Whether the application has written the row since an import created it.</summary>
    public bool WrittenByHost { get; set; }

    /// <summary>The e-mail as imports match it. Kept by <see cref="CrmContext"/>.</summary>
    public string? EmailKey { get; set; }

    /// <summary>What is mapped from Salesforce and has no member here: a JSON object by property name.</summary>
    public string? MoreFields { get; set; }

    /// <summary>The e-mail that tells people apart; null where the entity is no person.</summary>
    public virtual string? OwnEmail => null;
}
