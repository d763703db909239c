namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>Writes several records of one request.</summary>
internal static class BatchWriter
{
    /// <summary>Writes records one after the other.</summary>
    /// <param name="editor">The org.</param>
    /// <param name="records">The records.</param>
    /// <param name="write">Writes one of them.</param>
    /// <param name="allOrNone">Whether one refusal undoes them all.</param>
    /// <returns>What became of each, in the same order.</returns>
    public static IReadOnlyList<WriteResult> Write<T>(OrgEditor editor, IReadOnlyList<T> records, Func<RecordWriter, T, WriteResult> write, bool allOrNone)
    {
        var before = editor.Snapshot;
        var writer = new RecordWriter(editor);
        var results = records.Select(record => WriteOne(editor, () => write(writer, record))).ToList();
        if (!allOrNone || results.TrueForAll(result => result.Error is null))
        {
            return results;
        }

        editor.Restore(before);
        return [.. results.Select(result => result.Error is null ? WriteResult.Refused(WriteErrors.RolledBack()) : result)];
    }

    private static WriteResult WriteOne(OrgEditor editor, Func<WriteResult> write)
    {
        try
        {
            return editor.Together(write);
        }
        catch (WriteException refusal)
        {
            return WriteResult.Refused(refusal);
        }
    }
}
