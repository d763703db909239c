using SalesforceImport.Salesforce;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>The steps of a campaign: its people, by semi-joins, and their memberships.</summary>
internal sealed class CampaignSteps(PlanDraft draft)
{
    /// <exception cref="SelectorRefusedException">A campaign is not to be found, or not active.</exception>
    public async Task AddAsync(IReadOnlyList<SalesforceId> campaigns, CancellationToken cancellationToken)
    {
        var found = await new CampaignReader(draft.Org, draft.Meter).FindAsync(campaigns, cancellationToken).ConfigureAwait(false);
        foreach (var campaign in campaigns)
        {
            Check(campaign, found.FirstOrDefault(one => one.Id == campaign));
        }

        draft.CampaignNames.AddRange(found.Select(campaign => campaign.Name));
        foreach (string sObject in new[] { "Contact", "Lead" })
        {
            var description = await draft.DescribeAsync(sObject, cancellationToken).ConfigureAwait(false);
            await draft.AddAsync(
                new ImportStep
                {
                    Object = sObject,
                    Kind = RecordKind.Contact,
                    Where = $"Id IN ({Members(sObject, campaigns)})",
                    Fields = await draft.FieldsAsync(RecordKind.Contact, description, cancellationToken).ConfigureAwait(false),
                    ListAll = true,
                    Count = 0,
                    CountKind = CountKind.Exact,
                    Transport = ImportTransport.Rest,
                    ExpectedCalls = 0,
                    Ceiling = 0,
                },
                description,
                cancellationToken).ConfigureAwait(false);
        }

        var members = await draft.DescribeAsync("CampaignMember", cancellationToken).ConfigureAwait(false);
        await draft.AddAsync(
            LinkSteps.For(members, LinkKind.CampaignMember, RecordKind.Contact) with { Where = InCampaigns(campaigns) }, members, cancellationToken)
            .ConfigureAwait(false);
        draft.AddFixed(GoneSteps.HeldLinks("CampaignMember", RecordKind.Contact, LinkKind.CampaignMember), calls: 0);
    }

    /// <summary>The condition for people who are in none of the campaigns.</summary>
    public static string NotAmong(string sObject, IReadOnlyList<SalesforceId> campaigns) => $"Id NOT IN ({Members(sObject, campaigns)})";

    private static void Check(SalesforceId campaign, CampaignInfo? found)
    {
        if (found is null)
        {
            throw new SelectorRefusedException(
                $"There is no campaign {campaign} in this org, or the user may not see it. List the campaigns that can be imported with {nameof(ISalesforceImporter.Org)}.{nameof(IOrgInfo.ListCampaignsAsync)}.");
        }

        if (!found.IsActive)
        {
            throw new SelectorRefusedException(
                $"Campaign '{found.Name}' ({campaign}) is not active, and only the members of active campaigns are imported. Set its field 'Active' in Salesforce, or choose another campaign.");
        }
    }

    // A member that has a contact is that contact, whether or not it was a lead before.
    private static string Members(string sObject, IReadOnlyList<SalesforceId> campaigns) => sObject == "Contact"
        ? $"SELECT ContactId FROM CampaignMember WHERE {InCampaigns(campaigns)} AND ContactId != null"
        : $"SELECT LeadId FROM CampaignMember WHERE {InCampaigns(campaigns)} AND LeadId != null AND ContactId = null";

    private static string InCampaigns(IReadOnlyList<SalesforceId> campaigns) => campaigns.Count == 1
        ? $"CampaignId = '{campaigns[0]}'"
        : $"CampaignId IN ({string.Join(',', campaigns.Select(id => $"'{id}'"))})";
}
