using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>
/// Says of the leases that this process holds that it is still alive. When it stops, for whatever reason, they run out,
/// and another process may take them over. The clocks of the machines must agree to within <see cref="LeaseTime"/>.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly IDbContextFactory<CrmContext> _contexts;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly HashSet<long> _epochs = [];
    private readonly ITimer _timer;

    public Heartbeat(IDbContextFactory<CrmContext> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
        _timer = time.CreateTimer(_ => Beat(), null, LeaseTime / 3, LeaseTime / 3);
    }

    /// <summary>How long a lease holds without a beat.</summary>
    public static TimeSpan LeaseTime { get; } = TimeSpan.FromSeconds(30);

    public DateTimeOffset Until => _time.GetUtcNow() + LeaseTime;

    public void Add(long epoch)
    {
        lock (_gate)
        {
            _epochs.Add(epoch);
        }
    }

    public void Remove(long epoch)
    {
        lock (_gate)
        {
            _epochs.Remove(epoch);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        long[] epochs;
        lock (_gate)
        {
            epochs = [.. _epochs];
        }

        if (epochs.Length == 0)
        {
            return;
        }

        try
        {
            using var context = _contexts.CreateDbContext();
            var until = Until;
            context.ImportLeases.Where(lease => epochs.Contains(lease.Epoch)).ExecuteUpdate(set => set.SetProperty(lease => lease.HeldUntil, until));
        }
        catch (SqliteException)
        {
            // The next beat may do better. A lease that has run out meanwhile is safe: its epoch is, once another has it.
        }
    }
}
