using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using SalesforceImport.Emulator;

// A Salesforce org in a box, for programs that are not written in .NET or run in another process.
var defaults = new EmulatorOptions();
var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 0 };
var leads = new Option<long>("--leads") { Description = "How many leads.", DefaultValueFactory = _ => defaults.Leads };
var contacts = new Option<long>("--contacts") { Description = "How many contacts.", DefaultValueFactory = _ => defaults.Contacts };
var accounts = new Option<long>("--accounts") { Description = "How many accounts.", DefaultValueFactory = _ => defaults.Accounts };
var opportunities = new Option<long>("--opportunities") { Description = "How many opportunities.", DefaultValueFactory = _ => defaults.Opportunities };
var tasks = new Option<long>("--tasks") { Description = "How many tasks.", DefaultValueFactory = _ => defaults.Tasks };
var campaigns = new Option<int>("--campaigns") { Description = "How many campaigns.", DefaultValueFactory = _ => defaults.Campaigns };
var seed = new Option<int>("--seed") { Description = "The same seed and sizes are the same org.", DefaultValueFactory = _ => defaults.Seed };
var dailyLimit = new Option<int>("--daily-limit") { Description = "API requests allowed in 24 hours.", DefaultValueFactory = _ => defaults.DailyApiRequestLimit };

var command = new RootCommand("Runs an emulated Salesforce org until it is stopped.")
{
    port, leads, contacts, accounts, opportunities, tasks, campaigns, seed, dailyLimit,
};
command.SetAction((arguments, cancellationToken) => RunAsync(
    new EmulatorOptions
    {
        Port = arguments.GetValue(port),
        Leads = arguments.GetValue(leads),
        Contacts = arguments.GetValue(contacts),
        Accounts = arguments.GetValue(accounts),
        Opportunities = arguments.GetValue(opportunities),
        Tasks = arguments.GetValue(tasks),
        Campaigns = arguments.GetValue(campaigns),
        Seed = arguments.GetValue(seed),
        DailyApiRequestLimit = arguments.GetValue(dailyLimit),
    },
    cancellationToken));
// The program ends by its own signal handlers, which make the exit code 0.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static async Task<int> RunAsync(EmulatorOptions options, CancellationToken cancellationToken)
{
    var stopped = new TaskCompletionSource();
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    try
    {
        await using var emulator = await SalesforceEmulator.StartAsync(options, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"URL: http://127.0.0.1:{emulator.Url.Port}"));
        Console.WriteLine($"Client id: {emulator.ClientId}");
        Console.WriteLine($"Client secret: {emulator.ClientSecret}");
        Console.WriteLine("Ready");
        await stopped.Task.WaitAsync(cancellationToken);
        return 0;
    }
    catch (ArgumentOutOfRangeException outOfRange)
    {
        await Console.Error.WriteLineAsync(outOfRange.Message);
        return 2;
    }
    catch (IOException portTaken)
    {
        await Console.Error.WriteLineAsync(portTaken.Message);
        return 5;
    }
}
