using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>Finds the rows that refer to records without looking at all rows.</summary>
internal static class Referrers
{
    /// <summary>Rows among which all are whose field refers to one of some records: generated ones by arithmetic, edited ones by index.</summary>
    /// <returns>The rows, some of them twice; null where they must be searched for.</returns>
    public static IEnumerable<long>? Of(OrgSnapshot snapshot, ObjectTable table, FieldDefinition field, IEnumerable<RecordId> ids)
    {
        if (!field.IsIndexed || table.Columns.Derived(field) is not null)
        {
            return null;
        }

        var seek = table.FindSeek(field);
        if (seek is null && table.Columns.Generated(field) is not null && table.Count > 0)
        {
            return null;
        }

        var edited = snapshot.State(table.Definition).Keys;
        return ids.SelectMany(id => (seek?.Invoke(id) ?? []).Concat(edited.Find(field, id)));
    }
}
