using SalesforceImport.Budgeting;
using SalesforceImport.Mapping;
using SalesforceImport.Planning;

namespace SalesforceImport;

/// <summary>The settings of one org's import. Checked when the host starts.</summary>
public sealed class SalesforceImportOptions
{
    /// <summary>
    /// Where to sign in: the org's My Domain URL, such as <c>https://acme.my.salesforce.com</c>. With a token that the host
    /// supplies, the org's instance URL. Required.
    /// </summary>
    public Uri? LoginUrl { get; set; }

    /// <summary>The REST API version to use, such as <c>67.0</c>; null (the default) takes the newest one that both sides know.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>The most API calls of ours in any 24 hours, over all runs that share the journal; null (the default) for no cap of our own.</summary>
    public long? DailyCallCap { get; set; }

    /// <summary>Calls of the org's limit left to other integrations: a number, or per cent of the limit. Default 10 %.</summary>
    public ApiReserve Reserve { get; set; } = ApiReserve.Parse("10%", null);

    /// <summary>The most calls one attempt of a run may take; null (the default) takes the expected number plus a tenth, at least plus 5.</summary>
    public long? CallCeiling { get; set; }

    /// <summary>What to save where a step can be read both over REST and by a Bulk job. Default: API calls.</summary>
    public TransportPreference Prefer { get; set; }

    /// <summary>How every step is read; null (the default) chooses for each by what it costs. Where a step cannot be read so, the plan says why and takes the other.</summary>
    public ImportTransport? Transport { get; set; }

    /// <summary>How the steps of single objects are read, such as <c>Contact</c> → Bulk; goes before <see cref="Transport"/>. Default empty.</summary>
    public IDictionary<string, ImportTransport> TransportOf { get; } = new Dictionary<string, ImportTransport>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a run whose plan does not fit may begin all the same, pause at the limit, and be resumed another day. Default false: it is refused.</summary>
    public bool SpreadOverDays { get; set; }

    /// <summary>Whether records with the same e-mail are one contact. Default true.</summary>
    public bool MatchByEmail { get; set; } = true;

    /// <summary>Whether that also joins records of different orgs in the same store. Default false.</summary>
    public bool MatchAcrossOrgs { get; set; }

    /// <summary>Whether converted leads are imported beside their contacts. Default false: their contact stands for them.</summary>
    public bool IncludeConvertedLeads { get; set; }

    /// <summary>Whether accounts may be imported. Default false: a selector that asks for them is refused.</summary>
    public bool AccountSync { get; set; }

    /// <summary>Whether opportunities may be imported. Default false: a selector that asks for them is refused.</summary>
    public bool OpportunitySync { get; set; }

    /// <summary>Whether tasks and events may be imported. Default false: a selector that asks for them is refused.</summary>
    public bool TaskSync { get; set; }

    /// <summary>
    /// What an import of changes does with rows whose records are deleted in the org, or have left what is selected. Default:
    /// they stay, and are not looked for.
    /// </summary>
    public GoneRule WhenGone { get; set; }

    /// <summary>
    /// How long before now an import of changes ends, so that what the org is still writing is left to the next one. Default
    /// 2 minutes; zero takes everything that shows.
    /// </summary>
    public TimeSpan ChangeLag { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether http is allowed to a host that is not this machine. Default false.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The fields of leads and the properties they fill.</summary>
    public FieldMap LeadFields { get; } = FieldMap.DefaultFor("Lead");

    /// <summary>The fields of contacts and the properties they fill.</summary>
    public FieldMap ContactFields { get; } = FieldMap.DefaultFor("Contact");

    /// <summary>The fields of accounts and the properties they fill.</summary>
    public FieldMap AccountFields { get; } = FieldMap.DefaultFor("Account");

    /// <summary>The fields of opportunities and the properties they fill.</summary>
    public FieldMap OpportunityFields { get; } = FieldMap.DefaultFor("Opportunity");

    /// <summary>The fields of tasks and the properties they fill.</summary>
    public FieldMap TaskFields { get; } = FieldMap.DefaultFor("Task");

    /// <summary>The fields of events and the properties they fill: events become rows of the same kind as tasks.</summary>
    public FieldMap EventFields { get; } = FieldMap.DefaultFor("Event");

    /// <summary>The maps of all objects that become rows of a kind.</summary>
    internal IReadOnlyList<FieldMap> MapsOf(RecordKind kind) => kind switch
    {
        RecordKind.Account => [AccountFields],
        RecordKind.Opportunity => [OpportunityFields],
        RecordKind.Task => [TaskFields, EventFields],
        _ => [LeadFields, ContactFields],
    };

    internal FieldMap FieldsOf(string sObject) => Enum.GetValues<RecordKind>().SelectMany(MapsOf).Single(map => map.Object == sObject);

    internal bool Allows(string setting) => setting switch
    {
        nameof(AccountSync) => AccountSync,
        nameof(OpportunitySync) => OpportunitySync,
        nameof(TaskSync) => TaskSync,
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "Not a setting that selectors need."),
    };
}
