using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>
/// Makes an org out of a seed and sizes without making a single row: each is computed when it is asked for. The same seed and
/// sizes are the same org for ever, ids, names, links and times included; tests and saved checkpoints rely on it, so a change
/// to any generated value is a breaking change of the emulator.
/// </summary>
internal static class OrgGenerator
{
    public static OrgTables Generate(OrgSizes sizes, IReadOnlyList<ObjectDefinition> objects)
    {
        var context = new GeneratorContext(sizes, objects);
        return new OrgTables(
        [
            AccountGenerator.Build(context),
            CampaignGenerator.Build(context),
            MemberGenerator.Build(context),
            MemberStatusGenerator.Build(context),
            ContactGenerator.Build(context),
            EventGenerator.Build(context),
            LeadGenerator.Build(context),
            OpportunityGenerator.Build(context),
            RoleGenerator.Build(context),
            StaffGenerator.BuildOrganization(context),
            PersonAccountColumns.BuildRecordTypes(context),
            StaffGenerator.BuildUsers(context),
            TaskGenerator.Build(context),
            .. context.Has("TaskRelation") ? [TaskRelationGenerator.BuildAll(context), TaskRelationGenerator.BuildPeople(context)] : Array.Empty<ObjectTable>(),
        ]);
    }
}
