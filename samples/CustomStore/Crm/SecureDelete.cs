using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>Has SQLite overwrite what is deleted or replaced, on every connection: what is erased must be in no file.</summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    private SecureDelete()
    {
    }

    public static SecureDelete Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CreateCommand(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CreateCommand(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand CreateCommand(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        return command;
    }
}
