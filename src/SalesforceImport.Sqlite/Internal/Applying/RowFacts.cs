namespace SalesforceImport.Sqlite.Internal;

/// <summary>What applying needs to know of a row that is there.</summary>
/// <param name="Version">Its version.</param>
/// <param name="CreatedBy">The number of the run that created it.</param>
/// <param name="Leader">Its leader as far as the row holds it.</param>
internal sealed record RowFacts(long Version, long? CreatedBy, StoredSource? Leader)
{
    /// <summary>
    /// What a write of the host's adds to a version, by trigger. The store adds one, so that a row that a run created tells
    /// whether anybody else has written it since.
    /// </summary>
    public const long HostStep = 1L << 32;

    public static RowFacts? Read(Session session, KindLayout layout, long id)
    {
        using var row = session.Get(layout.SelectFacts).Bind(1, id);
        return row.Step() ? new(row.Int64(1), row.IsNull(2) ? null : row.Int64(2), RowReader.ReadLeader(row)) : null;
    }
}
