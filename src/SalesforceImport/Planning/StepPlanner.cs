using SalesforceImport.Mapping;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>Makes the steps of a selection, in the order in which they can be taken: people first, then what is theirs.</summary>
internal sealed class StepPlanner(PlanDraft draft)
{
    private const string NotDeleted = "IsDeleted = false";

    public async Task PlanAsync(SelectionOutline outline, CancellationToken cancellationToken)
    {
        if (outline.Campaigns.Count > 0)
        {
            // Before other people, so that the campaign's list takes in whoever is a member of it.
            await new CampaignSteps(draft).AddAsync(outline.Campaigns, cancellationToken).ConfigureAwait(false);
        }

        // Contacts before leads, so that a converted lead finds its contact there.
        foreach (string sObject in new[] { "Contact", "Lead" })
        {
            await AddObjectAsync(outline, sObject, RecordKind.Contact, cancellationToken).ConfigureAwait(false);
        }

        await AddObjectAsync(outline, "Account", RecordKind.Account, cancellationToken).ConfigureAwait(false);
        if (outline.Accounts && !ReadsAll(outline, "Account"))
        {
            await AddAccountsAsync(cancellationToken).ConfigureAwait(false);
        }

        await AddObjectAsync(outline, "Opportunity", RecordKind.Opportunity, cancellationToken).ConfigureAwait(false);
        if (outline.Opportunities is { } opportunities)
        {
            await AddOpportunitiesAsync(opportunities.All, ReadsAll(outline, "Opportunity"), cancellationToken).ConfigureAwait(false);
        }

        if (outline.Tasks is { } tasks)
        {
            await AddTasksAsync(tasks.Events, cancellationToken).ConfigureAwait(false);
        }

        AddHeld(outline);
    }

    private static bool ReadsAll(SelectionOutline outline, string sObject) => outline.Reads(sObject, out var where) && where is null;

    private async Task AddObjectAsync(SelectionOutline outline, string sObject, RecordKind kind, CancellationToken cancellationToken)
    {
        if (!outline.Reads(sObject, out var where))
        {
            return;
        }

        var description = await draft.DescribeAsync(sObject, cancellationToken).ConfigureAwait(false);
        string? asked = where is null ? null : SoqlCondition.Render(where, description);
        if (draft.Window is not null && !IsReadInFull(outline, sObject))
        {
            await new ChangeSteps(draft).AddAsync(await StepAsync(description, kind, cancellationToken).ConfigureAwait(false), description, asked, cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        string? others = kind == RecordKind.Contact && outline.Campaigns.Count > 0 ? CampaignSteps.NotAmong(sObject, outline.Campaigns) : null;
        var step = await StepAsync(description, kind, cancellationToken).ConfigureAwait(false);
        await draft.AddAsync(
            step with { Where = asked is not null && others is not null ? $"({asked}) AND {others}" : asked ?? others },
            description,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What several parts of a selection read is read in full: what one of them leaves out another may not.</summary>
    private static bool IsReadInFull(SelectionOutline outline, string sObject) => sObject switch
    {
        "Account" => outline.Accounts && !ReadsAll(outline, sObject),
        "Opportunity" => outline.Opportunities is not null && !ReadsAll(outline, sObject),
        _ => outline.Campaigns.Count > 0,
    };

    /// <summary>Behind all else: what was read in full tells what is no longer among it.</summary>
    private void AddHeld(SelectionOutline outline)
    {
        if (!draft.LooksForGone)
        {
            return;
        }

        foreach (var (sObject, kind) in draft.Steps.Where(step => step.Gone is null && step.Links is null).Select(step => (step.Object, step.Kind)).Distinct().ToList())
        {
            if (draft.Window is null || !outline.Reads(sObject, out _) || IsReadInFull(outline, sObject))
            {
                draft.AddFixed(GoneSteps.Held(sObject, kind), calls: 0);
            }
        }
    }

    private async Task AddAccountsAsync(CancellationToken cancellationToken)
    {
        await draft.KindAsync(RecordKind.Contact, cancellationToken).ConfigureAwait(false);
        long ids = await draft.CountReferencesAsync(RecordKind.Contact, DefaultFields.AccountReference, "Contact", cancellationToken).ConfigureAwait(false);
        await AddByIdsAsync("Account", RecordKind.Account, new(IdsOf.AccountsOfContacts, "Id", ids, 0), where: null, cancellationToken).ConfigureAwait(false);
        TellIfNobody(ids, "accounts of imported contacts", "contact that has one");
    }

    private async Task AddOpportunitiesAsync(bool all, bool readAnyway, CancellationToken cancellationToken)
    {
        await draft.KindAsync(RecordKind.Contact, cancellationToken).ConfigureAwait(false);
        long contacts = await draft.CountSyncedAsync("Contact", cancellationToken).ConfigureAwait(false);
        await AddLinksAsync("OpportunityContactRole", LinkKind.OpportunityContact, RecordKind.Opportunity, new(IdsOf.Contacts, "ContactId", contacts, 0), where: null, !all, cancellationToken)
            .ConfigureAwait(false);
        long roles = draft.Planned(step => step.Links == LinkKind.OpportunityContact);
        if (!readAnyway)
        {
            long opportunities = all ? roles : Math.Min(roles, contacts);
            await AddByIdsAsync("Opportunity", RecordKind.Opportunity, new(IdsOf.LinkedOpportunities, "Id", opportunities, 0), where: null, cancellationToken)
                .ConfigureAwait(false);
        }

        TellIfNobody(contacts, "opportunities of imported contacts", "contact");
    }

    private async Task AddTasksAsync(bool events, CancellationToken cancellationToken)
    {
        await draft.KindAsync(RecordKind.Contact, cancellationToken).ConfigureAwait(false);
        long people = await draft.CountSyncedAsync("Contact", cancellationToken).ConfigureAwait(false)
            + await draft.CountSyncedAsync("Lead", cancellationToken).ConfigureAwait(false);
        if (people > 0 && await draft.TryDescribeAsync("TaskRelation", cancellationToken).ConfigureAwait(false) is not null)
        {
            await AddLinksAsync(
                "TaskRelation", LinkKind.TaskContact, RecordKind.Task, new(IdsOf.ContactsAndLeads, "RelationId", people, 0), $"IsWhat = false AND {NotDeleted}", newestOnly: false, cancellationToken)
                .ConfigureAwait(false);
            long related = draft.Planned(step => step.Links == LinkKind.TaskContact);
            await AddByIdsAsync("Task", RecordKind.Task, new(IdsOf.LinkedTasks, "Id", related, 0), NotDeleted, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await AddByIdsAsync("Task", RecordKind.Task, new(IdsOf.ContactsAndLeads, SystemFields.WhoId, people, 0), NotDeleted, cancellationToken).ConfigureAwait(false);
        }

        if (events)
        {
            await AddByIdsAsync("Event", RecordKind.Task, new(IdsOf.ContactsAndLeads, SystemFields.WhoId, people, 0), NotDeleted, cancellationToken).ConfigureAwait(false);
        }

        TellIfNobody(people, "tasks of imported contacts", "contact or lead");
    }

    private async Task AddByIdsAsync(string sObject, RecordKind kind, StepIds ids, string? where, CancellationToken cancellationToken)
    {
        var description = await draft.DescribeAsync(sObject, cancellationToken).ConfigureAwait(false);
        var step = await StepAsync(description, kind, cancellationToken).ConfigureAwait(false);
        await draft.AddAsync(step with { Ids = ids, Where = where, IncludeArchived = kind == RecordKind.Task }, description, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddLinksAsync(
        string sObject, LinkKind links, RecordKind kind, StepIds ids, string? where, bool newestOnly, CancellationToken cancellationToken)
    {
        var description = await draft.DescribeAsync(sObject, cancellationToken).ConfigureAwait(false);
        await draft.KindAsync(kind, cancellationToken).ConfigureAwait(false);
        await draft.AddAsync(
            LinkSteps.For(description, links, kind) with { Ids = ids, Where = where, NewestOnly = newestOnly, IncludeArchived = kind == RecordKind.Task },
            description,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportStep> StepAsync(SObjectDescription description, RecordKind kind, CancellationToken cancellationToken) => new()
    {
        Object = description.Name,
        Kind = kind,
        Fields = await draft.FieldsAsync(kind, description, cancellationToken).ConfigureAwait(false),
        Count = 0,
        CountKind = CountKind.Exact,
        Transport = ImportTransport.Rest,
        ExpectedCalls = 0,
        Ceiling = 0,
    };

    private void TellIfNobody(long ids, string what, string who)
    {
        if (ids == 0)
        {
            draft.Findings.Add(new("NothingToGoBy", $"There are no {what}: no {who} of this org has been imported into the store yet. Import contacts first, or in the same plan."));
        }
    }
}
