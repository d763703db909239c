using SalesforceImport.Emulator;
using SalesforceImport.Selectors;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing.Previewing;

/// <summary>A preview says exactly what a run does, and does nothing itself.</summary>
public sealed class PreviewTests
{
    private static readonly Action<SalesforceImportOptions> AllOn = options =>
    {
        (options.AccountSync, options.OpportunitySync, options.TaskSync) = (true, true, true);
        (options.WhenGone, options.ChangeLag) = (GoneRule.Delete, TimeSpan.Zero);
    };

    public static TheoryData<string> Selections => ["people", "everything", "campaign", "again", "changes"];

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task It_agrees_with_the_run_batch_by_batch(string selection)
    {
        await using var import = await StartAsync();
        var everything = RecordSelector.Combine(
            RecordSelector.LeadsAndContacts(), RecordSelector.AccountsOfContacts(), RecordSelector.OpportunitiesOfContacts(), RecordSelector.TasksOfContacts());
        var selector = selection switch
        {
            "people" => RecordSelector.LeadsAndContacts(),
            "campaign" => RecordSelector.CampaignMembers(SalesforceId.Parse(import.Org.Org.Rows("Campaign").First(row => row["IsActive"] is true).Id)),
            _ => (RecordSelector)everything,
        };
        if (selection is "again" or "changes")
        {
            await import.ImportAsync(selector, AllOn);
            import.Advance(TimeSpan.FromHours(1));
            Edit(import.Org.Org);
        }

        var plan = selection == "changes" ? await import.PlanChangesAsync(selector, AllOn) : await import.PlanAsync(AllOn, selector);
        var before = await import.DumpAsync();
        var (preview, previewed) = await import.PreviewAsync(plan, AllOn);
        (await import.DumpAsync()).Should().Equal(before, "nothing is applied");
        var (report, applied) = await import.RunWatchedAsync(plan, preview, AllOn);

        preview.Report.State.Should().Be(ImportState.Completed);
        report.Objects.Should().BeEquivalentTo(preview.Report.Objects);
        report.List.Count.Should().Be(preview.Report.List.Count);
        report.Notes.Should().NotContain(note => note.Contains("drifted since the preview", StringComparison.Ordinal));
        Described(previewed).Should().Equal(Described(applied));
        previewed.Should().NotBeEmpty();
    }

    [Fact]
    public async Task It_shows_old_and_new_values_and_the_rule_that_decided()
    {
        await using var import = await StartAsync();
        Action<SalesforceImportOptions> rule = options => options.ContactFields.WithRule("Department", SyncRule.PreferSalesforceUnlessBlank);
        await import.ImportAsync(RecordSelector.AllContacts(), rule);
        string id = import.Org.Org.IdAt("Contact", 1);
        string? title = (string?)import.Org.Org.Find(id)!["Title"];
        import.Org.Org.Update(id, new Dictionary<string, object?> { ["Title"] = "Chief", ["Department"] = "Board" });

        var (preview, batches) = await import.PreviewAsync(await import.PlanAsync(rule, RecordSelector.AllContacts()), rule);

        var row = batches.SelectMany(batch => batch.Rows).Should().ContainSingle().Subject;
        row.Change.Should().Be(PreviewedRowChange.Update);
        row.Properties.Should().Contain(new PreviewedProperty("Title", FieldValue.FromText(title), FieldValue.FromText("Chief"), SyncRule.AlwaysSalesforce, false));
        row.Properties.Should().Contain(property => property.Name == "Department" && property.Rule == SyncRule.PreferSalesforceUnlessBlank);
        preview.Report.Objects["Contact"].Updated.Should().Be(1);
    }

    [Fact]
    public async Task What_drifted_between_preview_and_run_is_reported()
    {
        await using var import = await StartAsync();
        var plan = await import.PlanAsync(selector: RecordSelector.AllContacts());
        var (preview, _) = await import.PreviewAsync(plan);
        import.Org.Org.Insert("Contact", new Dictionary<string, object?> { ["LastName"] = "Late" });

        var (report, _) = await import.RunWatchedAsync(plan, preview);

        long selected = preview.Report.Objects["Contact"].Selected;
        report.Notes.Should().Contain(note => note.StartsWith("Contact: drifted since the preview:", StringComparison.Ordinal) && note.Contains($"selected {selected + 1} instead of {selected}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_is_tied_to_the_preview_of_its_own_plan()
    {
        await using var import = await StartAsync();
        var (preview, _) = await import.PreviewAsync(await import.PlanAsync(selector: RecordSelector.AllLeads()));
        var other = await import.PlanAsync(selector: RecordSelector.AllContacts());

        var running = () => import.RunWatchedAsync(other, preview);

        await running.Should().ThrowAsync<ArgumentException>().WithMessage("The preview is of plan*");
    }

    private static void Edit(EmulatedOrg org)
    {
        org.Update(org.IdAt("Contact", 2), new Dictionary<string, object?> { ["Email"] = "moved@example.com" });
        org.Update(org.IdAt("Contact", 3), new Dictionary<string, object?> { ["Email"] = (string?)org.Find(org.IdAt("Contact", 4))!["Email"] });
        org.Delete(org.IdAt("Contact", 5));
        org.Merge(org.IdAt("Contact", 7), org.IdAt("Contact", 8));
        org.ConvertLead(org.Rows("Lead").First(lead => lead["IsConverted"] is false).Id);
        org.Delete(org.Rows("OpportunityContactRole").Last().Id);
    }

    // New rows have other ids in a preview.
    private static IEnumerable<string> Described(IReadOnlyList<PreviewedBatch> batches) => batches.Select(batch => string.Join(
        '\n',
        batch.Records.Select(record => record.ToString())
            .Concat(batch.Rows.Select(row => $"{row.Kind} {row.Change} {row.Leader} {string.Join(';', row.Properties)}"))
            .Append($"{batch.LinksPut} {batch.LinksDropped}")));

    private static Task<EmulatedImport> StartAsync() => EmulatedImport.StartAsync(options =>
        (options.Leads, options.Contacts, options.Accounts, options.Opportunities, options.Tasks) = (120, 300, 80, 60, 200));
}
