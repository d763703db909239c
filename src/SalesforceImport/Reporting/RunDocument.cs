using SalesforceImport.Budgeting;

namespace SalesforceImport.Reporting;

/// <summary>All that the report of a run tells.</summary>
internal sealed record RunDocument
{
    public required SalesforceId OrgId { get; init; }

    public required ImportReport Report { get; init; }

    public required IReadOnlyList<KindChanges> Changes { get; init; }

    public required IReadOnlyList<ProblemGroup> Problems { get; init; }

    public required ApiUsageReport Usage { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}
