using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Copies of change sets with something altered.</summary>
internal static class Altered
{
    public static ChangeSet Set(
        ChangeSet set,
        IReadOnlyList<RowChange>? changes = null,
        long? epoch = null,
        long? sequence = null,
        string? checkpoint = null,
        bool keepAbsent = true) => new()
        {
            Run = set.Run,
            Epoch = epoch ?? set.Epoch,
            Sequence = sequence ?? set.Sequence,
            Kind = set.Kind,
            Org = set.Org,
            Checkpoint = checkpoint ?? set.Checkpoint,
            Changes = changes ?? set.Changes,
            PutOrphans = set.PutOrphans,
            DroppedOrphans = set.DroppedOrphans,
            AbsentSources = keepAbsent ? set.AbsentSources : [],
            AbsentEmails = keepAbsent ? set.AbsentEmails : [],
            AbsentSincePrevious = set.AbsentSincePrevious,
            EmailsOfAnyOrg = set.EmailsOfAnyOrg,
            Logs = set.Logs,
        };

    public static ChangeSet EachUpdate(ChangeSet set, Func<UpdateRow, UpdateRow> alter) =>
        Set(set, [.. set.Changes.Select(change => change is UpdateRow update ? alter(update) : change)]);

    public static ChangeSet EachCreatedValue(ChangeSet set, Func<FieldValue, FieldValue> alter) => Set(
        set,
        [
            .. set.Changes.Select(change => change is CreateRow create
                ? new CreateRow { Leader = create.Leader, OtherSources = create.OtherSources, Values = [.. create.Values.Select(alter)] }
                : change),
        ]);

    public static UpdateRow Update(
        UpdateRow update, long? version = null, bool keepPuts = true, bool keepHistory = true, bool keepList = true) => new()
        {
            Id = update.Id,
            Version = version ?? update.Version,
            Properties = update.Properties,
            ChangesOfRun = keepHistory ? update.ChangesOfRun : [],
            Leader = update.Leader,
            PutSources = keepPuts ? update.PutSources : [],
            DroppedSources = update.DroppedSources,
            AddToList = keepList && update.AddToList,
        };
}
