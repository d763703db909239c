using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>What a query is bound and run against.</summary>
/// <param name="Snapshot">The org.</param>
/// <param name="Text">The statement, for error messages.</param>
/// <param name="Now">The org's time, for TODAY and its like.</param>
/// <param name="All">Whether deleted and archived rows are seen.</param>
/// <param name="Clock">Stops the query.</param>
internal sealed record QueryContext(OrgSnapshot Snapshot, string Text, DateTimeOffset Now, bool All, QueryClock Clock)
{
    public SchemaView Schema => Snapshot.Schema;

    /// <summary>Finds the object that a query is FROM.</summary>
    public ObjectDefinition From(SoqlQuery query) =>
        Schema.FindObject(query.From) is { } definition && definition.Can("queryable")
            ? definition
            : throw SoqlErrors.NotSupportedType(Text, query.FromPosition, query.From);
}
