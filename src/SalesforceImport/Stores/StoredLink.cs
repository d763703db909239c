namespace SalesforceImport.Stores;

/// <summary>
/// A tie between two records of an org, kept by their ids and not by rows: it holds whichever of the two is imported
/// first, and follows its records when rows merge or split.
/// </summary>
public sealed record StoredLink
{
    /// <summary>What it ties to what.</summary>
    public required LinkKey Key { get; init; }

    /// <summary>The record that says so, such as the <c>OpportunityContactRole</c> or <c>CampaignMember</c>; null for a task's own <c>WhoId</c>.</summary>
    public SalesforceId? Record { get; init; }

    /// <summary>The contact's role in the opportunity, or the member's status in the campaign.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the contact is the opportunity's primary one, or the task's own <c>WhoId</c>.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether the campaign's member has responded.</summary>
    public bool HasResponded { get; init; }

    /// <summary>The date on which the campaign's member first responded.</summary>
    public DateOnly? RespondedOn { get; init; }
}
