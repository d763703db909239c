using SalesforceImport.Selectors;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What is to be imported: sets of records and campaigns, as the command line or a person says.</summary>
internal sealed record Choice(IReadOnlyList<RecordSet> Sets, IReadOnlyList<string> Campaigns)
{
    private const string CampaignPrefix = "campaign:";

    public static Choice Default { get; } = new([RecordSet.LeadsAndContacts], []);

    /// <exception cref="UsageException">It names something that there is not.</exception>
    public static Choice Parse(string text)
    {
        // A campaign's name may have a '+' in it: alone, it goes to the end.
        if (text.StartsWith(CampaignPrefix, StringComparison.Ordinal) && !SalesforceId.TryParse(text[CampaignPrefix.Length..].Split('+')[0], out _))
        {
            return new([], [Named(text)]);
        }

        var sets = new List<RecordSet>();
        var campaigns = new List<string>();
        foreach (string part in text.Split('+', StringSplitOptions.TrimEntries))
        {
            if (!part.StartsWith(CampaignPrefix, StringComparison.Ordinal))
            {
                sets.Add(RecordSet.Parse(part));
            }
            else if (SalesforceId.TryParse(Named(part), out _))
            {
                campaigns.Add(Named(part));
            }
            else
            {
                throw new UsageException($"'{Named(part)}' is not a campaign's id: together with other sets, --select takes a campaign by its id.");
            }
        }

        return new(sets, campaigns);
    }

    /// <summary>Looks up the campaigns that are given by name: one call, where there are any.</summary>
    /// <exception cref="UsageException">A name means no campaign or several, or the condition has nothing to narrow.</exception>
    public async Task<RecordSelector> ResolveAsync(ISalesforceImporter importer, RecordCondition? where, CancellationToken cancellationToken)
    {
        if (where is not null && (Campaigns.Count > 0 || Sets.FirstOrDefault(set => !set.TakesCondition) is not null))
        {
            throw new UsageException(
                $"--where narrows {string.Join(", ", RecordSet.All.Where(set => set.TakesCondition).Select(set => set.Name))}; what belongs to a campaign, or to contacts, is imported whole.");
        }

        var selectors = Sets.Select(set => set.Select(where)).ToList();
        foreach (string campaign in Campaigns)
        {
            selectors.Add(RecordSelector.CampaignMembers(
                SalesforceId.TryParse(campaign, out var id) ? id : await FindAsync(importer, campaign, cancellationToken)));
        }

        return RecordSelector.Combine(selectors);
    }

    private static string Named(string part) => part[CampaignPrefix.Length..] is { Length: > 0 } named && !string.IsNullOrWhiteSpace(named)
        ? named
        : throw new UsageException("--select campaign: names no campaign: give its id or its name, such as campaign:Webinar.");

    private static async Task<SalesforceId> FindAsync(ISalesforceImporter importer, string name, CancellationToken cancellationToken)
    {
        var all = await importer.Org.ListCampaignsAsync(includeInactive: true, cancellationToken);
        var found = all.Where(campaign => string.Equals(campaign.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new UsageException(
                $"The org has no campaign '{name}'. {(all.Count == 0 ? "It has none at all, or the user may not see them." : $"There are: {Listed(all)}.")}"),
            _ => throw new UsageException($"The org has {found.Count} campaigns '{name}'. Give the id of one: {Listed(found)}."),
        };
    }

    private static string Listed(IReadOnlyList<CampaignInfo> campaigns)
    {
        const int Shown = 20;
        string listed = string.Join(", ", campaigns.Take(Shown).Select(campaign => $"{campaign.Name} ({campaign.Id}, {(campaign.IsActive ? "active" : "not active")})"));
        return campaigns.Count > Shown ? $"{listed} and {campaigns.Count - Shown} more" : listed;
    }
}
