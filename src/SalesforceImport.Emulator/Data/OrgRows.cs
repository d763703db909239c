using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>Goes through rows without any query, so that tests have something to compare queries with.</summary>
internal static class OrgRows
{
    public static IEnumerable<EmulatedRecord> Read(OrgSnapshot snapshot, ObjectDefinition definition, bool includeHidden) =>
        Numbers(snapshot, definition, includeHidden).Select(row => new EmulatedRecord(snapshot, snapshot.Tables[definition], row));

    public static long Count(OrgSnapshot snapshot, ObjectDefinition definition)
    {
        if (definition.Find("IsArchived") is not null)
        {
            return Numbers(snapshot, definition, includeHidden: false).LongCount();
        }

        return snapshot.End(definition) - snapshot.State(definition).Overlay.Values.Count(row => row.IsDeleted);
    }

    private static IEnumerable<long> Numbers(OrgSnapshot snapshot, ObjectDefinition definition, bool includeHidden)
    {
        var archived = definition.Find("IsArchived");
        var (reader, cell) = (new RowReader(snapshot, snapshot.Tables[definition]), new Cell());
        for (var row = 0L; row < snapshot.End(definition); row++)
        {
            reader.MoveTo(row);
            cell.SetNull();
            if (!includeHidden && archived is not null)
            {
                reader.Read(archived, cell);
            }

            if (!reader.IsErased && (includeHidden || (!reader.IsDeleted && !cell.IsTrue)))
            {
                yield return row;
            }
        }
    }
}
