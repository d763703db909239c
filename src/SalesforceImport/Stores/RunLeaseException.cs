namespace SalesforceImport.Stores;

/// <summary>Another process, or another run of this one, is importing into the same kind of the same store.</summary>
public sealed class RunLeaseException : SalesforceImportException
{
    /// <summary>Creates the exception.</summary>
    public RunLeaseException(RecordKind kind, string holder)
        : base($"Another import is writing {kind} rows into this store: {holder}. Wait for it to end, or stop it, and try again.")
    {
        Kind = kind;
        Holder = holder;
    }

    /// <summary>The kind whose lease is taken.</summary>
    public RecordKind Kind { get; }

    /// <summary>Who holds it: run, machine and process, as far as the store knows.</summary>
    public string Holder { get; }
}
