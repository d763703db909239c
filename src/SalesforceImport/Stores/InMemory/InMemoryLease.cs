namespace SalesforceImport.Stores;

/// <summary>Who writes a kind.</summary>
/// <param name="Run">The run.</param>
/// <param name="Epoch">The epoch of its opening.</param>
/// <param name="Holder">Its process, for people.</param>
/// <param name="Owner">The store instance that stands for the process.</param>
internal sealed record InMemoryLease(string Run, long Epoch, string Holder, object Owner);
