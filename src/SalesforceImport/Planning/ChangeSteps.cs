using SalesforceImport.Mapping;

namespace SalesforceImport.Planning;

/// <summary>The steps that bring an object up to date: what changed, what left the selection, what was deleted.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_queryall.htm">queryAll</seealso>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm">sObject Get Deleted</seealso>
internal sealed class ChangeSteps(PlanDraft draft)
{
    /// <param name="all">A step over the whole object.</param>
    /// <param name="description">What the org tells of the object.</param>
    /// <param name="asked">The condition of the selector, in SOQL; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task AddAsync(ImportStep all, SObjectDescription description, string? asked, CancellationToken cancellationToken)
    {
        string window = draft.Window!.Soql;
        long changed = await draft.CountChangedAsync(all.Object, cancellationToken).ConfigureAwait(false);
        if (changed > 0)
        {
            await AddChangedAsync(all, description, asked, changed, cancellationToken).ConfigureAwait(false);
            if (asked is not null && draft.LooksForGone)
            {
                draft.AddChosen(GoneSteps.Left(all.Object, all.Kind, window) with { Count = changed, CountKind = CountKind.UpperBound });
            }

            if (draft.LooksForGone && description.Find(SystemFields.IsDeleted) is not null)
            {
                draft.AddChosen(GoneSteps.InBin(all.Object, all.Kind, window, Merges(description)) with { Count = changed, CountKind = CountKind.UpperBound });
            }
        }

        if (draft.LooksForGone)
        {
            draft.AddFixed(GoneSteps.Deleted(all.Object, all.Kind), calls: 1);
        }
    }

    /// <summary>Merged records are read with the rest, deleted ones as they are: they say which record stands for them.</summary>
    private Task AddChangedAsync(ImportStep all, SObjectDescription description, string? asked, long changed, CancellationToken cancellationToken)
    {
        bool merges = Merges(description);
        string where = draft.Window!.Soql + (merges ? $" AND ({SystemFields.IsDeleted} = false OR {SystemFields.MasterRecordId} != null)" : string.Empty);
        var step = all with
        {
            Where = asked is null ? where : $"{where} AND ({asked})",
            IncludeArchived = merges,
            Fields = merges ? [.. all.Fields, Unmapped(SystemFields.IsDeleted, PropertyType.Boolean), Unmapped(SystemFields.MasterRecordId, PropertyType.Text)] : all.Fields,
        };
        if (asked is not null)
        {
            return draft.AddAsync(step, description, cancellationToken);
        }

        draft.AddChosen(step with { Count = changed, CountKind = CountKind.UpperBound });
        return Task.CompletedTask;
    }

    private static bool Merges(SObjectDescription description) =>
        description.Find(SystemFields.MasterRecordId) is not null && description.Find(SystemFields.IsDeleted) is not null;

    private static StepField Unmapped(string field, PropertyType type) => new(field, type, []);
}
