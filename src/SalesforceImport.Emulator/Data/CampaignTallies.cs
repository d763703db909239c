using System.Collections.Concurrent;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>Counts what belongs to campaigns, once for every state of the org that somebody looks at. Thread-safe.</summary>
internal sealed class CampaignTallies(ObjectDefinition members, ObjectDefinition statuses, ObjectDefinition deals)
{
    private readonly ConcurrentDictionary<long, (ObjectState[] Of, CampaignTally Tally)> _counted = new();

    /// <summary>Counts what belongs to the campaign that a reader stands on.</summary>
    public CampaignTally Of(RowReader campaign)
    {
        var snapshot = campaign.Snapshot;
        var states = new[] { snapshot.State(members), snapshot.State(statuses), snapshot.State(deals) };
        if (_counted.TryGetValue(campaign.Row, out var known) && known.Of.AsSpan().SequenceEqual(states))
        {
            return known.Tally;
        }

        var tally = CountDeals(campaign, CountMembers(campaign));
        _counted[campaign.Row] = (states, tally);
        return tally;
    }

    private CampaignTally CountMembers(RowReader campaign)
    {
        var (lead, contact, responded) = (members.Field("LeadId"), members.Field("ContactId"), members.Field("HasResponded"));
        long leads = 0, converted = 0, contacts = 0, responses = 0;
        var cell = new Cell();
        foreach (var member in Live(campaign, members))
        {
            member.Read(lead, cell);
            var isLead = !cell.IsNull;
            member.Read(contact, cell);
            var isContact = !cell.IsNull;
            member.Read(responded, cell);
            leads += isLead ? 1 : 0;
            converted += isLead && isContact ? 1 : 0;
            contacts += isContact && !isLead ? 1 : 0;
            responses += cell.IsTrue ? 1 : 0;
        }

        return new CampaignTally(leads, converted, contacts, responses, 0, 0, 0, 0);
    }

    private CampaignTally CountDeals(RowReader campaign, CampaignTally tally)
    {
        var (won, amount) = (deals.Field("IsWon"), deals.Field("Amount"));
        var cell = new Cell();
        foreach (var deal in Live(campaign, deals))
        {
            deal.Read(won, cell);
            var isWon = cell.IsTrue;
            deal.Read(amount, cell);
            var worth = cell.IsNull ? 0 : cell.Number;
            tally = tally with { Opportunities = tally.Opportunities + 1, Amount = tally.Amount + worth };
            tally = isWon ? tally with { WonOpportunities = tally.WonOpportunities + 1, WonAmount = tally.WonAmount + worth } : tally;
        }

        return tally;
    }

    private static IEnumerable<RowReader> Live(RowReader campaign, ObjectDefinition definition)
    {
        // Custom fields make new definitions of an object; the snapshot knows the newest.
        var table = campaign.Snapshot.Tables[definition];
        var reader = new RowReader(campaign.Snapshot, table);
        return Referrers.Of(campaign.Snapshot, table, table.Definition.Field("CampaignId"), [campaign.Id])!.Distinct()
            .Select(reader.MoveTo).Where(row => !row.IsDeleted);
    }
}
