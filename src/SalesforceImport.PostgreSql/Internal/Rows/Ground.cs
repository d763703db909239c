namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What a kind has besides plain rows, as most imports have nothing of it and need not look.</summary>
internal sealed class Ground
{
    private readonly byte[]? _emailKey;

    private Ground(NpgsqlDataReader row, DatabaseAddress address)
    {
        AnySources = row.GetBoolean(0);
        AnyErasedSources = row.GetBoolean(1);
        AnyErasedEmails = row.GetBoolean(2);
        AnyHostRows = row.GetBoolean(3);
        _emailKey = row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4);
        if (AnyErasedEmails && _emailKey is null)
        {
            throw new SalesforceImportException($"The key for erased e-mails is gone from {address} (table import_settings). Restore it from a backup.");
        }
    }

    /// <summary>Whether there are sources that are more than a row's plain leader.</summary>
    public bool AnySources { get; }

    public bool AnyErasedSources { get; }

    public bool AnyErasedEmails { get; }

    /// <summary>Whether there are rows of the host's own, which match by e-mail.</summary>
    public bool AnyHostRows { get; }

    /// <summary>Whether a record can be known as the leader of a row only.</summary>
    public bool OnlyLeaders => !AnySources && !AnyErasedSources;

    public static void Read(Round round, KindLayout layout, DatabaseAddress address, Action<Ground> read) => round.Read(
        $"""
        SELECT EXISTS (SELECT FROM import_sources WHERE kind = $1),
            EXISTS (SELECT FROM import_erasures WHERE kind = $1),
            EXISTS (SELECT FROM import_erased_emails WHERE kind = $1),
            {HostRows.Any(layout)},
            (SELECT value FROM import_settings WHERE name = 'email_hash_key')
        """,
        [layout.Name],
        row => read(new(row, address)));

    public byte[] Hash(string email) => ErasureTable.Hash(email, _emailKey!);
}
