namespace SalesforceImport.Emulator.Data;

/// <summary>
/// The org as it stands, and who may change it: one change at a time, and while a transaction is open, only that transaction.
/// Thread-safe.
/// </summary>
internal sealed class OrgState(OrgSnapshot first)
{
    private readonly object _gate = new();
    private readonly AsyncLocal<OrgTransaction?> _ambient = new();
    private OrgSnapshot _committed = first;
    private bool _open;

    /// <summary>What the calling flow of control sees: its own transaction's changes, else what is committed.</summary>
    public OrgSnapshot Current => _ambient.Value?.Snapshot ?? Volatile.Read(ref _committed);

    /// <summary>Changes the org; waits while another flow has a transaction open.</summary>
    public T Change<T>(Func<OrgSnapshot, (OrgSnapshot Next, T Result)> change)
    {
        if (_ambient.Value is { } own)
        {
            (own.Snapshot, var inner) = change(own.Snapshot);
            return inner;
        }

        lock (_gate)
        {
            WaitForOthers();
            (var next, var result) = change(_committed);
            Volatile.Write(ref _committed, next);
            return result;
        }
    }

    /// <summary>Starts a transaction; inside another one, a part of it that can fail by itself.</summary>
    public OrgTransaction Begin()
    {
        var outer = _ambient.Value;
        if (outer is null)
        {
            lock (_gate)
            {
                WaitForOthers();
                _open = true;
            }
        }

        return _ambient.Value = new OrgTransaction(Current, End, outer);
    }

    private void End(OrgTransaction transaction, bool committed)
    {
        _ambient.Value = transaction.Outer;
        if (transaction.Outer is { } outer)
        {
            outer.Snapshot = committed ? transaction.Snapshot : outer.Snapshot;
            return;
        }

        lock (_gate)
        {
            _open = false;
            if (committed)
            {
                Volatile.Write(ref _committed, transaction.Snapshot);
            }

            Monitor.PulseAll(_gate);
        }
    }

    private void WaitForOthers()
    {
        while (_open)
        {
            Monitor.Wait(_gate);
        }
    }
}
