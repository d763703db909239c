namespace SalesforceImport.ConformanceTests;

/// <summary>
/// One empty database and what the suite does to it besides importing: opening it as several processes would, killing
/// one of them, and writing rows as the host does. Every test gets a fixture of its own and disposes of it.
/// </summary>
public abstract class StoreFixture : IAsyncDisposable
{
    /// <summary>
    /// A new instance over the fixture's database, as another process would open it: nothing is shared with instances
    /// opened before but the database. The suite prepares it. The fixture owns it.
    /// </summary>
    public abstract Task<ContactStore> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Kills the process of an instance: its leases are free afterwards, without any run having been closed, and whatever
    /// it had not committed is gone. The suite does not use the instance again.
    /// </summary>
    public abstract Task CrashAsync(ContactStore store, CancellationToken cancellationToken = default);

    /// <summary>
    /// Inserts a row as the host would, by its own means and not through a store; properties that are not named stay
    /// without a value. An instance of the store has been prepared with the properties before.
    /// </summary>
    /// <returns>The row's id.</returns>
    public abstract Task<long> HostInsertAsync(
        RecordKind kind, IReadOnlyDictionary<string, FieldValue> values, CancellationToken cancellationToken = default);

    /// <summary>Sets one property of a row as the host would, by its own means.</summary>
    public abstract Task HostUpdateAsync(
        RecordKind kind, long id, string property, FieldValue value, CancellationToken cancellationToken = default);

    /// <summary>Deletes a row as the host would, by its own means.</summary>
    public abstract Task HostDeleteAsync(RecordKind kind, long id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether a text is to be found anywhere in what the store keeps: any table, any file. Null, the default, when the
    /// fixture has no means to tell; the tests that ask are skipped then.
    /// </summary>
    public virtual Task<bool?> HoldsAnywhereAsync(string text, CancellationToken cancellationToken = default) =>
        Task.FromResult<bool?>(null);

    /// <summary>Disposes of the instances and drops the database.</summary>
    public abstract ValueTask DisposeAsync();
}
