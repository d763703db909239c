namespace SalesforceImport.Planning;

/// <summary>Tells which mapped fields an import of changes may miss: their values move without their record being touched.</summary>
internal static class UnseenChanges
{
    public static IEnumerable<ImportFinding> Of(SObjectDescription description, IReadOnlyList<StepField> fields)
    {
        var unseen = fields
            .Where(field => field.Properties.Count > 0 && (field.Path.Contains('.', StringComparison.Ordinal) || description.Find(field.Path) is { Calculated: true }))
            .Select(field => field.Path)
            .ToList();
        if (unseen.Count > 0)
        {
            yield return new("NotSeenByChangesOnly", $"{description.Name}: {string.Join(", ", unseen)} come from formulas or from parent records, whose changes do not touch the record itself: an import of changes sees them when the record changes for another reason. Import everything now and then to catch up.");
        }
    }
}
