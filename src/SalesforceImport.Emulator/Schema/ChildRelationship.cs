namespace SalesforceImport.Emulator.Schema;

/// <summary>A reference seen from its target: which field of which object points here.</summary>
/// <param name="Object">The referring object.</param>
/// <param name="Field">Its reference field.</param>
/// <param name="Name">The relationship's name in child subqueries; null where there is none.</param>
/// <param name="Cascade">Whether deleting the parent deletes the child.</param>
internal sealed record ChildRelationship(string Object, string Field, string? Name = null, bool Cascade = false);
