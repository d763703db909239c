namespace SalesforceImport.Emulator.Data;

/// <summary>Changes that take effect together, or not at all where it is disposed without a commit. Belongs to one flow of control.</summary>
internal sealed class OrgTransaction(OrgSnapshot snapshot, Action<OrgTransaction, bool> end, OrgTransaction? outer) : IDisposable
{
    private bool _committed;

    /// <summary>The org with the changes made so far.</summary>
    public OrgSnapshot Snapshot { get; set; } = snapshot;

    /// <summary>The transaction around this one; null for none.</summary>
    public OrgTransaction? Outer => outer;

    /// <summary>Lets the changes stand when the transaction is disposed.</summary>
    public void Commit() => _committed = true;

    public void Dispose() => end(this, _committed);
}
