namespace SalesforceImport;

/// <summary>What a plan would have done when it was previewed.</summary>
public sealed record ImportPreview
{
    /// <summary>The fingerprint of the plan: a run is tied to its preview by it.</summary>
    public required string PlanHash { get; init; }

    /// <summary>
    /// The report that the run would have ended with. Its run has no id, and nothing of it is in the store; its calls were
    /// made. <see cref="ImportReport.State"/> says whether the preview came to its end.
    /// </summary>
    public required ImportReport Report { get; init; }
}
