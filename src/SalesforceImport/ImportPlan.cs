using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SalesforceImport.Budgeting;
using SalesforceImport.Matching;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;

namespace SalesforceImport;

/// <summary>
/// What an import will read, what that will cost and what stands in the way: a value. It can be printed, kept as text,
/// and run, by this process or another.
/// </summary>
public sealed record ImportPlan
{
    /// <summary>The org.</summary>
    public required SalesforceId OrgId { get; init; }

    /// <summary>The API version that the calls will use, such as <c>67.0</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>What was selected.</summary>
    public required RecordSelector Selector { get; init; }

    /// <summary>The steps, in the order they are taken.</summary>
    public required IReadOnlyList<ImportStep> Steps { get; init; }

    /// <summary>The properties that rows have, by kind, with the rules of each.</summary>
    public required IReadOnlyList<PlannedKind> Kinds { get; init; }

    /// <summary>How records are joined into rows.</summary>
    public required MatchingRules Matching { get; init; }

    /// <summary>What the choice of transports saves.</summary>
    public TransportPreference Prefer { get; init; }

    /// <summary>For an import of changes, the org's time from which on changes are read; null for one that reads everything.</summary>
    public DateTimeOffset? ChangesSince { get; init; }

    /// <summary>For an import of changes, the run that it goes on from.</summary>
    public string? BaseRun { get; init; }

    /// <summary>The org's time up to which the plan reads: an import of changes after it starts there.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What becomes of rows whose records are gone.</summary>
    public GoneRule WhenGone { get; init; }

    /// <summary>What the plan takes of the org's allowances for Bulk API 2.0; null when no step is read by it.</summary>
    public BulkBudget? Bulk { get; init; }

    /// <summary>API calls that making this plan took.</summary>
    public required long PlanningCalls { get; init; }

    /// <summary>API calls that the run should take.</summary>
    public required long ExpectedCalls { get; init; }

    /// <summary>API calls that one attempt of the run cannot exceed.</summary>
    public required long Ceiling { get; init; }

    /// <summary>Whether it fits what may be spent, by how much it does not, and what to do.</summary>
    public required ApiBudgetVerdict Budget { get; init; }

    /// <summary>What preflight found.</summary>
    public IReadOnlyList<ImportFinding> Findings { get; init; } = [];

    /// <summary>The name that the list of what comes in will have.</summary>
    public required string ListName { get; init; }

    /// <summary>When the plan was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Records expected, all steps together.</summary>
    [JsonIgnore]
    public long Records => Steps.Sum(step => step.Count);

    /// <summary>A fingerprint of the plan: two plans with the same one are the same plan.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())))[..16];

    /// <summary>The plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ImportJsonContext.Default.ImportPlan);

    /// <summary>Reads a plan from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="SalesforceImportException">The text is not a plan.</exception>
    public static ImportPlan FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, ImportJsonContext.Default.ImportPlan)
                ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new SalesforceImportException("The text is not an import plan: it was cut, edited, or written by another version.", exception);
        }
    }
}
