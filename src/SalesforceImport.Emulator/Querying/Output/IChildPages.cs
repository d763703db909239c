namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Where the further pages of child subqueries can be fetched.</summary>
internal interface IChildPages
{
    /// <summary>Keeps child rows for later and returns where the row at a position is to be asked for.</summary>
    string Keep(PreparedQuery child, long position);
}
