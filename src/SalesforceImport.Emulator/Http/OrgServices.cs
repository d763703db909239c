using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesforceImport.Emulator.Auth;
using SalesforceImport.Emulator.Bulk;
using SalesforceImport.Emulator.Bulk.Ingest;
using SalesforceImport.Emulator.Limits;
using SalesforceImport.Emulator.Querying;

namespace SalesforceImport.Emulator.Http;

/// <summary>What every request of one emulated org shares. Thread-safe.</summary>
internal sealed class OrgServices
{
    public OrgServices(EmulatorOptions options)
    {
        Options = options;
        Org = new EmulatedOrg(options);
        Calls = new CallLog();
        Allowance = new ApiAllowance(options);
        BulkAllowance = new BulkAllowance(options);
        LongRequests = new LongRequests(options);
        Sessions = new SessionStore(options, Org);
        Apps = new ClientApps(options);
        Locators = new LocatorStore(options);
        Codes = new AuthorizationCodes(options);
        var jobIds = new JobIds(options.Seed);
        QueryJobs = new QueryJobStore(options, BulkAllowance, jobIds);
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<SalesforceEmulator>();
        IngestJobs = new IngestJobStore(options, Org, jobIds, Logger);
        Faults = new FaultPlan();
    }

    public EmulatorOptions Options { get; }

    public EmulatedOrg Org { get; }

    public CallLog Calls { get; }

    public ApiAllowance Allowance { get; }

    public BulkAllowance BulkAllowance { get; }

    public LongRequests LongRequests { get; }

    public SessionStore Sessions { get; }

    public AuthorizationCodes Codes { get; }

    public ClientApps Apps { get; }

    public LocatorStore Locators { get; }

    public QueryJobStore QueryJobs { get; }

    public IngestJobStore IngestJobs { get; }

    public FaultPlan Faults { get; }

    public ILogger Logger { get; }

    /// <summary>Where the emulator listens, without a slash at the end. Known once it does.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The same under the name of a host that all orgs share.</summary>
    public string LoginUrl => new UriBuilder(BaseUrl) { Host = LoginHost.Name }.Uri.GetLeftPart(UriPartial.Authority);
}
