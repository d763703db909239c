namespace SalesforceImport.Emulator.Data;

/// <summary>An entry of an object's deletion log.</summary>
/// <param name="Id">The record that was deleted.</param>
/// <param name="When">When it was deleted.</param>
/// <param name="Root">The record that was deleted on purpose: this one, or the one that it depends on.</param>
internal sealed record Deletion(RecordId Id, DateTimeOffset When, RecordId Root);
