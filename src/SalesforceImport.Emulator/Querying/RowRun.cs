namespace SalesforceImport.Emulator.Querying;

/// <summary>Neighbouring rows.</summary>
/// <param name="First">The lowest row.</param>
/// <param name="Count">How many, at least one.</param>
internal readonly record struct RowRun(long First, long Count);
