using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>Tells which records of an object that is read whole belong to the ids that a step goes by.</summary>
internal sealed class WantedRecords(ImportStep step, HashSet<SalesforceId> ids)
{
    private readonly int _column = step.Fields.Index().First(field => string.Equals(field.Item.Path, step.Ids!.Field, StringComparison.OrdinalIgnoreCase)).Index;

    public bool Contains(RecordBatch batch, int row)
    {
        var value = batch.Row(row)[_column];
        return value.TryGetUtf8(out var utf8)
            ? SalesforceId.TryParse(utf8, out var id) && ids.Contains(id)
            : SalesforceId.TryParse(value.AsText(), out id) && ids.Contains(id);
    }
}
