namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The leases that this store holds, by opening.</summary>
internal sealed class LeaseHolder : IAsyncDisposable
{
    private readonly Dictionary<(string Run, long Epoch), Lease> _held = [];
    private readonly Lock _sync = new();

    public void Keep(Lease lease)
    {
        lock (_sync)
        {
            _held[(lease.Run, lease.Epoch)] = lease;
        }
    }

    /// <summary>The lease of an opening that this store holds; null when it does not.</summary>
    public Lease? Find(string run, long epoch)
    {
        lock (_sync)
        {
            return _held.GetValueOrDefault((run, epoch));
        }
    }

    public async Task ReleaseAsync(string run, long epoch)
    {
        Lease? lease;
        lock (_sync)
        {
            _held.Remove((run, epoch), out lease);
        }

        if (lease is not null)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<Lease> all;
        lock (_sync)
        {
            all = [.. _held.Values];
            _held.Clear();
        }

        foreach (var lease in all)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
        }
    }
}
