namespace SalesforceImport.Samples.ImportConsole;

/// <summary>
/// Which emulated org each run was made with: a resumed run needs the same one, and nobody should have to remember its
/// numbers.
/// </summary>
internal sealed class EmulatedOrgMemory(StoreFile file)
{
    private const string Table = "CREATE TABLE IF NOT EXISTS emulated_orgs (run TEXT PRIMARY KEY, leads INTEGER NOT NULL, contacts INTEGER NOT NULL, seed INTEGER NOT NULL)";

    public void Keep(string run, EmulatedOrgSize size)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"{Table}; INSERT OR REPLACE INTO emulated_orgs VALUES ($run, $leads, $contacts, $seed)";
        command.Parameters.AddWithValue("$run", run);
        command.Parameters.AddWithValue("$leads", size.Leads);
        command.Parameters.AddWithValue("$contacts", size.Contacts);
        command.Parameters.AddWithValue("$seed", size.Seed);
        command.ExecuteNonQuery();
    }

    /// <summary>The org of a run; null for one made with a real org.</summary>
    public EmulatedOrgSize? Find(string run)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Table;
        command.ExecuteNonQuery();
        command.CommandText = "SELECT leads, contacts, seed FROM emulated_orgs WHERE run = $run";
        command.Parameters.AddWithValue("$run", run);
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2)) : null;
    }
}
