namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>
/// Makes an org out of a seed and sizes without making a single row: each is computed when it is asked for. The same seed and
/// sizes are the same org for ever, ids, names, links and times included; tests and saved checkpoints rely on it, so a change
/// to any generated value is a breaking change of the emulator.
/// </summary>
internal static class OrgGenerator
{
    public static OrgTables Generate(OrgSizes sizes)
    {
        var context = new GeneratorContext(sizes);
        return new OrgTables(
        [
            AccountGenerator.Build(context),
            CampaignGenerator.Build(context),
            ContactGenerator.Build(context),
            LeadGenerator.Build(context),
            MemberGenerator.Build(context),
            OpportunityGenerator.Build(context),
            RoleGenerator.Build(context),
            StaffGenerator.BuildOrganization(context),
            StaffGenerator.BuildUsers(context),
            TaskGenerator.Build(context),
        ]);
    }
}
