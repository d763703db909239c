using SalesforceImport.Emulator.Http;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Tests;

/// <summary>What the guide says that the emulator has is what it has.</summary>
public sealed class GuideTests
{
    private static readonly (string Ability, string Word)[] Writes = [("createable", "create"), ("updateable", "update"), ("deletable", "delete"), ("mergeable", "merge")];

    [Fact]
    public void It_lists_every_resource_with_its_methods()
    {
        var had = ResourceTable.All.GroupBy(resource => "/" + resource.Pattern, resource => resource.Methods)
            .ToDictionary(resources => resources.Key, resources => string.Join(", ", resources.SelectMany(methods => methods).Distinct()));
        Guide.Rows("resource").ToDictionary(row => row[0], row => row[1]).Should().BeEquivalentTo(had);
    }

    [Fact]
    public void It_lists_every_object_with_its_prefix_and_what_can_be_written()
    {
        var always = SchemaCatalog.For(OrgFeatures.None).Select(definition => definition.Name).ToList();
        var had = SchemaCatalog.For(new EmulatorOptions { SharedActivities = true }.Features).Select(definition => (
            definition.Name,
            definition.KeyPrefix,
            string.Join(", ", Writes.Where(write => definition.Can(write.Ability)).Select(write => write.Word)) is { Length: > 0 } writes ? writes : "none",
            always.Contains(definition.Name) ? "always" : "with shared activities"));
        Guide.Rows("object").Select(row => (row[0], row[1], row[2], row[3])).Should().Equal(had);
    }
}
