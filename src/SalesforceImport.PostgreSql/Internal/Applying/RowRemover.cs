namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Removes rows, and keeps in history what they were before the run.</summary>
internal sealed class RowRemover(Session session, RecordKind kind, Run run)
{
    public async Task RemoveAsync(IReadOnlyList<RemoveRow> removals, Dictionary<long, RowFacts> rows, CancellationToken cancellationToken)
    {
        var remembered = removals.Where(remove => rows[remove.Id].CreatedBy != run.Number).ToList();
        if (remembered.Count > 0)
        {
            var images = await ImagesAsync([.. remembered.Select(remove => remove.Id)], cancellationToken).ConfigureAwait(false);
            var round = session.Round();
            HistoryTable.Put(round, run.Number, kind, remembered.ConvertAll(remove => Line(remove, images[remove.Id], rows[remove.Id].CreatedBy)));
            await round.SendAsync(cancellationToken).ConfigureAwait(false);
        }

        await DeleteAsync([.. removals.Select(remove => remove.Id)], cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="RowsReferencedException">The host's own tables refer to one of them.</exception>
    private async Task DeleteAsync(long[] ids, CancellationToken cancellationToken)
    {
        try
        {
            // The table's own trigger takes the rows' sources and their places in lists with them. A deferred foreign key
            // would not speak up before the commit, when nobody could tell what it means.
            await session.Round()
                .Run($"DELETE FROM {kind.Table()} WHERE id = ANY ($1)", ids)
                .Run("SET CONSTRAINTS ALL IMMEDIATE")
                .SendAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation)
        {
            throw new RowsReferencedException(ids);
        }
    }

    private HistoryLine Line(RemoveRow remove, List<HistoryChange> image, long? createdBy) => new(
        new() { RowId = remove.Id, Kind = kind, Changes = image, Removed = true, MergedInto = remove.MergedInto }, createdBy);

    private async Task<Dictionary<long, List<HistoryChange>>> ImagesAsync(long[] ids, CancellationToken cancellationToken)
    {
        var whole = (await KindColumns.WholeAsync(session, kind, cancellationToken).ConfigureAwait(false))!;
        var changed = new Dictionary<long, HistoryEntry>();
        var values = new Dictionary<long, FieldValue[]>();
        var texts = new TextArena();
        var round = session.Round().Read(
            $"SELECT {whole.RowColumns} FROM {whole.Table} WHERE id = ANY ($1)", [ids], row => values[row.GetInt64(0)] = RowReader.ReadValues(row, whole, texts));
        HistoryTable.Read(round, run.Number, kind, ids, changed);
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        return values.ToDictionary(row => row.Key, row => Image(whole.Schema, row.Value, changed.GetValueOrDefault(row.Key)));
    }

    private static List<HistoryChange> Image(StoreSchema schema, FieldValue[] values, HistoryEntry? changed)
    {
        var before = changed?.Changes.ToDictionary(change => change.Property, change => change.Before, StringComparer.OrdinalIgnoreCase);
        var image = new List<HistoryChange>();
        for (int i = 0; i < values.Length; i++)
        {
            string name = schema.Properties[i].Name;
            var value = before is not null && before.TryGetValue(name, out var old) ? old : values[i];
            if (!value.IsNull)
            {
                image.Add(new(name, value, FieldValue.Null));
            }
        }

        return image;
    }
}
