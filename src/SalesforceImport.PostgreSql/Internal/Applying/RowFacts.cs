namespace SalesforceImport.PostgreSql.Internal;

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

    /// <summary>Reads rows and locks them, in an order that every process keeps to.</summary>
    public static void Lock(Round round, KindLayout layout, long[] ids, Dictionary<long, RowFacts> into) => round.Read(
        $"SELECT {KindLayout.Head} FROM {layout.Table} WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE",
        [ids],
        row => into[row.GetInt64(0)] = new(row.GetInt64(1), row.NumberOrNull(2), RowReader.ReadLeader(row)));
}
