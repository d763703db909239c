using System.Data.Common;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>
/// Which emulated org each run was made with: a resumed run needs the same one, and nobody should have to remember its
/// numbers.
/// </summary>
internal sealed class EmulatedOrgMemory(StorePlace store)
{
    private const string Table = "CREATE TABLE IF NOT EXISTS emulated_orgs (run TEXT PRIMARY KEY, leads BIGINT NOT NULL, contacts BIGINT NOT NULL, seed INTEGER NOT NULL)";

    public void Keep(string run, EmulatedOrgSize size)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"{Table}; INSERT INTO emulated_orgs VALUES (@run, @leads, @contacts, @seed) ON CONFLICT (run) DO NOTHING";
        Add(command, "@run", run);
        Add(command, "@leads", size.Leads);
        Add(command, "@contacts", size.Contacts);
        Add(command, "@seed", size.Seed);
        command.ExecuteNonQuery();
    }

    /// <summary>The org of a run; null for one made with a real org.</summary>
    public EmulatedOrgSize? Find(string run)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Table;
        command.ExecuteNonQuery();
        command.CommandText = "SELECT leads, contacts, seed FROM emulated_orgs WHERE run = @run";
        Add(command, "@run", run);
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2)) : null;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
