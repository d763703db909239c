namespace SalesforceImport;

/// <summary>A campaign to choose from.</summary>
public sealed record CampaignInfo
{
    /// <summary>Its id.</summary>
    public required SalesforceId Id { get; init; }

    /// <summary>Its name. Two campaigns may have the same one.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is active: only the members of active campaigns are imported.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Its status, such as <c>In Progress</c>; null when it has none, or the user may not see it.</summary>
    public string? Status { get; init; }

    /// <summary>Its type, such as <c>Webinar</c>; null when it has none, or the user may not see it.</summary>
    public string? Type { get; init; }

    /// <summary>The leads in it, as the org keeps count, converted ones included; null when the user may not see it.</summary>
    public long? Leads { get; init; }

    /// <summary>The contacts in it, as the org keeps count; null when the user may not see it.</summary>
    public long? Contacts { get; init; }
}
