using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SalesforceImport.PostgreSql.Testing;

/// <summary>A server on loopback with a folder of its own. It ends with this process, however that ends.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private const string Ready = "database system is ready to accept connections";

    // The server refuses to run as root, so that root becomes nobody for it. The shell lives until its input ends, which
    // the operating system sees to when this process is gone.
    private const string Script =
        """
        folder=$1 bin=$2 port=$3
        shift 3
        if [ "$(id -u)" = 0 ]; then
            as="setpriv --reuid=nobody --regid=$(id -g nobody) --clear-groups"
            chown -R nobody "$folder"
        fi
        cd "$folder"
        if ! $as "$bin/initdb" -D data -U importer -A scram-sha-256 --pwfile=password -E UTF8 --locale=C --no-sync --no-instructions; then
            exit 1
        fi
        for setting in "$@"; do echo "$setting"; done >> data/postgresql.conf
        $as "$bin/postgres" -D data -k "$folder" -p "$port" -c listen_addresses=127.0.0.1 -c max_connections=200 2>&1 &
        read -r _
        kill -INT $!
        wait $!
        rm -rf "$folder"
        """;

    private readonly Process _shell;
    private readonly Task _output;

    private PrivateServer(Process shell, string connectionString)
    {
        _shell = shell;
        _output = shell.StandardOutput.ReadToEndAsync();
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<PrivateServer> StartAsync(string binaries, IReadOnlyList<string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("salesforce-import-");
        string password = Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "password"), password);
        int port = FreePort();
        var start = new ProcessStartInfo("sh", ["-c", Script, "sh", folder.FullName, binaries, port.ToString(CultureInfo.InvariantCulture), .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var shell = Process.Start(start)!;
        var lines = new List<string>();
        while (await shell.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                return new(shell, new NpgsqlConnectionStringBuilder
                {
                    Host = "127.0.0.1",
                    Port = port,
                    Database = "postgres",
                    Username = "importer",
                    Password = password,
                }.ToString());
            }
        }

        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        throw new InvalidOperationException($"The PostgreSQL server of {binaries} did not start:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _output;
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
