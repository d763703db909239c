using System.CommandLine;
using System.CommandLine.Parsing;
using SalesforceImport.Budgeting;
using SalesforceImport.Emulator;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The options there are.</summary>
internal sealed class OptionDefinitions
{
    private readonly Option<string?> _select = new("--select") { Description = "What to import: leads-and-contacts (the default with --yes), leads, contacts, accounts, opportunities, every-opportunity, tasks, tasks-and-events, campaign:<id or name>, all-accounts, all-opportunities; several joined by '+'.", HelpName = "set" };
    private readonly Option<string[]> _without = new("--without") { Description = "Switch a sync option off: account-sync, opportunity-sync or task-sync.", HelpName = "option", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _where = new("--where") { Description = "Only the records for which this SOQL condition holds, such as \"CreatedDate = LAST_N_DAYS:30\".", HelpName = "condition" };
    private readonly Option<bool> _changes = new("--changes") { Description = "Read only what has changed since the last import of the same selection into this database." };
    private readonly Option<long?> _lag = Number("--lag", "With --changes: how many seconds before now to end, so that what the org is still writing is left to the next time. Default 120; 0 takes all that shows.", 0, 86_400);
    private readonly Option<string?> _whenGone = new("--when-gone") { Description = "With --changes: what becomes of rows whose records are deleted or no longer selected: delete (the default), mark or keep.", HelpName = "rule" };
    private readonly Option<bool> _yes = new("--yes") { Description = "Import without asking. Needed where there is no terminal to ask at." };
    private readonly Option<bool> _planOnly = new("--plan-only") { Description = "Make the plan, show it, and import nothing." };
    private readonly Option<bool> _preview = new("--preview") { Description = "Make the plan, read everything, show exactly what the import would change, and import nothing. Takes the calls that the import would take." };
    private readonly Option<bool> _json = new("--json") { Description = "The last line of standard output is one JSON object; everything else goes to standard error." };
    private readonly Option<string> _store = new("--store") { Description = "The SQLite file to import into, or the connection string of a PostgreSQL database (Host=…;Database=…;Username=…; the password may be in PGPASSWORD).", HelpName = "file|connection", DefaultValueFactory = _ => ConsoleOptions.DefaultStore };
    private readonly Option<string?> _resume = new("--resume") { Description = "Go on with a run that was paused, cancelled, killed or that failed.", HelpName = "run" };
    private readonly Option<bool> _history = new("--history") { Description = "Show the runs so far. Needs no org." };
    private readonly Option<bool> _usage = new("--usage") { Description = "Show the API calls of the last seven days." };
    private readonly Option<string?> _why = new("--why") { Description = "Say why the database holds what it holds of a Salesforce record. Needs no org.", HelpName = "id" };
    private readonly Option<string?> _forget = new("--forget") { Description = "Erase the row that a Salesforce record feeds, for good: later imports skip the person. Needs no org.", HelpName = "id" };
    private readonly Option<string?> _undo = new("--undo") { Description = "Take back what a run did, wherever nobody else has written since. Needs no org.", HelpName = "run" };
    private readonly Option<string?> _redo = new("--redo") { Description = "Take back the undo of a run. Needs no org.", HelpName = "run" };
    private readonly Option<string?> _report = new("--report") { Description = "Write a report of the run, to look at or to print: one page of HTML. With an import or --resume; a run that is done is reported by --resume as well, and nothing is read again.", HelpName = "file.html" };
    private readonly Option<string?> _problems = new("--problems") { Description = "Write all records that the run skipped, or that failed, with the reason. With an import or --resume.", HelpName = "file.csv|file.json" };
    private readonly Option<long?> _dailyCap = Number("--daily-cap", "The most API calls of ours in any 24 hours.", 1);
    private readonly Option<ApiReserve?> _reserve = new("--reserve") { Description = "API calls left to other integrations: a number, or per cent of the org's limit. Default 10%.", HelpName = "N|N%", CustomParser = ReadReserve };
    private readonly Option<long?> _ceiling = Number("--ceiling", "The most API calls this import may make before it pauses.", 1);
    private readonly Option<bool> _spreadOverDays = new("--spread-over-days") { Description = "Begin even what does not fit the API budget: it pauses when the budget is used up, and --resume goes on." };
    private readonly Option<string?> _transport = new("--transport") { Description = "How records are read: rest, bulk, or auto (the default), which takes what costs less.", HelpName = "rest|bulk|auto" };
    private readonly Option<string?> _prefer = new("--prefer") { Description = "What auto saves: fewest-calls (the default) or fastest.", HelpName = "what" };
    private readonly Option<string?> _org = new("--org") { Description = "The org to import from: its My Domain URL, or its instance URL with an access token. Credentials come from the environment: see the README.", HelpName = "login URL" };
    private readonly Option<long?> _leads = Number("--leads", "Leads of the emulated org. Default 1200.", 0, EmulatorOptions.MaxRecords);
    private readonly Option<long?> _contacts = Number("--contacts", "Contacts of the emulated org. Default 3400.", 0, EmulatorOptions.MaxRecords);
    private readonly Option<long?> _seed = Number("--seed", "Seed of the emulated org: the same seed and sizes give the same org. Default 1.", 0, int.MaxValue);

    public IEnumerable<Option> All =>
        [_select, _without, _where, _changes, _lag, _whenGone, _yes, _planOnly, _preview, _json, _store, _resume, _history, _usage, _why, _forget, _undo, _redo, _report, _problems, _dailyCap, _reserve, _ceiling, _spreadOverDays, _transport, _prefer, _org, _leads, _contacts, _seed];

    public ConsoleOptions Read(ParseResult result)
    {
        var size = EmulatedOrgSize.Default;
        var options = new ConsoleOptions
        {
            Errand = ErrandOf(result),
            Select = result.GetValue(_select) is { } name ? Choice.Parse(name) : null,
            Sync = SyncOptions.Without(result.GetRequiredValue(_without)),
            Where = result.GetValue(_where) is { } condition ? ReadCondition(condition) : null,
            Changes = result.GetValue(_changes),
            Lag = result.GetValue(_lag) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            WhenGone = result.GetValue(_whenGone) is { } rule ? GoneRuleNames.Read(rule) : GoneRule.Delete,
            ChoosesChanges = new Option[] { _changes, _lag, _whenGone }.Any(option => result.GetResult(option) is { Implicit: false }),
            Yes = result.GetValue(_yes),
            Json = result.GetValue(_json),
            Store = result.GetRequiredValue(_store),
            Run = result.GetValue(_resume) ?? result.GetValue(_undo) ?? result.GetValue(_redo),
            Record = (result.GetValue(_why) ?? result.GetValue(_forget)) is { } id ? ReadId(id) : default,
            Files = new(result.GetValue(_report), result.GetValue(_problems)),
            DailyCap = result.GetValue(_dailyCap),
            Reserve = result.GetValue(_reserve),
            Ceiling = result.GetValue(_ceiling),
            SpreadOverDays = result.GetValue(_spreadOverDays),
            Transport = result.GetValue(_transport) is { } transport ? TransportNames.Read(transport) : null,
            Prefer = result.GetValue(_prefer) is { } prefer ? TransportNames.ReadPreference(prefer) : TransportPreference.FewestCalls,
            ChoosesTransport = new Option[] { _transport, _prefer }.Any(option => result.GetResult(option) is { Implicit: false }),
            Org = result.GetValue(_org) is { } url ? ReadUrl(url) : null,
            EmulatedOrg = new(
                result.GetValue(_leads) ?? size.Leads,
                result.GetValue(_contacts) ?? size.Contacts,
                (int)(result.GetValue(_seed) ?? size.Seed)),
            ShapesEmulatedOrg = new[] { _leads, _contacts, _seed }.Any(option => result.GetResult(option) is { Implicit: false }),
        };
        return OptionRules.Check(options);
    }

    private Errand ErrandOf(ParseResult result)
    {
        (bool Chosen, Errand Errand, Option Option)[] errands =
        [
            (result.GetValue(_planOnly), Errand.Plan, _planOnly),
            (result.GetValue(_preview), Errand.Preview, _preview),
            (result.GetValue(_resume) is not null, Errand.Resume, _resume),
            (result.GetValue(_history), Errand.History, _history),
            (result.GetValue(_usage), Errand.Usage, _usage),
            (result.GetValue(_why) is not null, Errand.Why, _why),
            (result.GetValue(_forget) is not null, Errand.Forget, _forget),
            (result.GetValue(_undo) is not null, Errand.Undo, _undo),
            (result.GetValue(_redo) is not null, Errand.Redo, _redo),
        ];
        var chosen = errands.Where(errand => errand.Chosen).ToList();
        return chosen.Count switch
        {
            0 => Errand.Import,
            1 => chosen[0].Errand,
            _ => throw new UsageException($"{string.Join(" and ", chosen.Select(errand => errand.Option.Name))} do not go together: give one of them."),
        };
    }

    private static Option<long?> Number(string name, string description, long least, long most = long.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (long.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no number for {name}: expected a whole number, at least {least}{(most < long.MaxValue ? $" and at most {most}" : string.Empty)}.");
            return null;
        },
    };

    private static ApiReserve? ReadReserve(ArgumentResult result)
    {
        if (ApiReserve.TryParse(result.Tokens[0].Value, out var reserve))
        {
            return reserve;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no reserve: --reserve takes a number of calls such as 500, or a share of the org's limit such as 10%.");
        return null;
    }

    private static RecordCondition ReadCondition(string text)
    {
        try
        {
            return RecordCondition.Soql(text);
        }
        catch (InvalidConditionException exception)
        {
            throw new UsageException($"--where: {exception.Message}", exception);
        }
    }

    private static SalesforceId ReadId(string text) => SalesforceId.TryParse(text, out var id)
        ? id
        : throw new UsageException($"'{text}' is not a Salesforce id: it has 15 or 18 letters and digits, the last three of 18 being the checksum.");

    private static Uri ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url
            : throw new UsageException($"'{text}' is not a login URL: --org takes one such as https://acme.my.salesforce.com.");
}
