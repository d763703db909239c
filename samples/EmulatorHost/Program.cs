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
var personAccounts = new Option<long?>("--person-accounts") { Description = "How many person accounts; without it the org does not have them." };
var sharedActivities = new Option<bool>("--shared-activities") { Description = "Lets a task be about several people." };
var accountMembers = new Option<bool>("--accounts-as-members") { Description = "Lets accounts be campaign members." };
var currencies = new Option<bool>("--currencies") { Description = "Gives records a currency." };
var seed = new Option<int>("--seed") { Description = "The same seed and sizes are the same org.", DefaultValueFactory = _ => defaults.Seed };
var dailyLimit = new Option<int>("--daily-limit") { Description = "API requests allowed in 24 hours.", DefaultValueFactory = _ => defaults.DailyApiRequestLimit };
var faults = new Option<string[]>("--fault") { Description = "A fault by name, such as maintenance-html, or maintenance-html@3 for the third request that it can strike. May be given more than once." };

var command = new RootCommand("Runs an emulated Salesforce org until it is stopped.")
{
    port, leads, contacts, accounts, opportunities, tasks, campaigns, personAccounts, sharedActivities, accountMembers, currencies, seed, dailyLimit, faults,
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
        PersonAccounts = arguments.GetValue(personAccounts),
        SharedActivities = arguments.GetValue(sharedActivities),
        AccountsAsCampaignMembers = arguments.GetValue(accountMembers),
        MultipleCurrencies = arguments.GetValue(currencies),
        Seed = arguments.GetValue(seed),
        DailyApiRequestLimit = arguments.GetValue(dailyLimit),
    },
    arguments.GetValue(faults) ?? [],
    cancellationToken));
// The program ends by its own signal handlers, which make the exit code 0.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static async Task<int> RunAsync(EmulatorOptions options, string[] faults, CancellationToken cancellationToken)
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
        var planned = faults.Select(Plan).ToList();
        await using var emulator = await SalesforceEmulator.StartAsync(options, cancellationToken);
        planned.ForEach(emulator.Faults.Add);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"URL: http://127.0.0.1:{emulator.Url.Port}"));
        Console.WriteLine($"Client id: {emulator.ClientId}");
        Console.WriteLine($"Client secret: {emulator.ClientSecret}");
        Console.WriteLine("Ready");
        await stopped.Task.WaitAsync(cancellationToken);
        return 0;
    }
    catch (ArgumentException wrong)
    {
        await Console.Error.WriteLineAsync(wrong.Message);
        return 2;
    }
    catch (IOException portTaken)
    {
        await Console.Error.WriteLineAsync(portTaken.Message);
        return 5;
    }
}

static Fault Plan(string order)
{
    var at = order.LastIndexOf('@');
    return at < 0 ? NamedFaults.Get(order).ToFault()
        : int.TryParse(order.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var call) && call > 0 ? NamedFaults.Get(order[..at]).ToFault(call)
        : throw new ArgumentException($"'{order}' names no request: a number from 1 must follow the @.");
}
