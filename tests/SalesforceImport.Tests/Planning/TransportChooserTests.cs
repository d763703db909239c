using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Tests.Planning;

public sealed class TransportChooserTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public void Few_records_are_read_over_REST(long records)
    {
        var (step, finding) = Chooser().Choose(Step(records));

        step.Transport.Should().Be(ImportTransport.Rest);
        finding.Should().BeNull();
    }

    [Fact]
    public void A_million_records_are_read_by_bulk_in_forty_calls_with_planning()
    {
        var (step, _) = Chooser().Choose(Step(1_000_000));

        step.Transport.Should().Be(ImportTransport.Bulk);
        (step.ExpectedCalls + 3).Should().BeLessThanOrEqualTo(40);
        step.Costs.Select(cost => (cost.Transport, cost.Calls)).Should().Equal((ImportTransport.Rest, 500), (ImportTransport.Bulk, step.ExpectedCalls));
        step.Costs.Should().OnlyContain(cost => cost.Time > TimeSpan.Zero && cost.Ceiling > cost.Calls && cost.Forbidden == null);
    }

    [Fact]
    public void What_is_chosen_is_never_dearer_in_what_is_to_be_saved()
    {
        foreach (var prefer in Enum.GetValues<TransportPreference>())
        {
            for (long records = 0; records < 200_000; records += 500)
            {
                var (step, _) = Chooser(new() { Prefer = prefer }).Choose(Step(records));
                var chosen = step.Costs.Single(cost => cost.Transport == step.Transport);
                var other = step.Costs.Single(cost => cost.Transport != step.Transport);
                if (prefer == TransportPreference.FewestCalls)
                {
                    chosen.Calls.Should().BeLessThanOrEqualTo(other.Calls);
                }
                else
                {
                    chosen.Time.Should().BeLessThanOrEqualTo(other.Time);
                }
            }
        }
    }

    [Fact]
    public void Both_preferences_weigh_the_floor_of_a_job_against_pages()
    {
        Chooser(new() { Prefer = TransportPreference.FewestCalls }).Choose(Step(25_000)).Step.Transport.Should().Be(ImportTransport.Bulk, "it saves calls");
        Chooser(new() { Prefer = TransportPreference.Fastest }).Choose(Step(25_000)).Step.Transport.Should().Be(ImportTransport.Rest, "a job would take longer to begin");
        Chooser(new() { Prefer = TransportPreference.Fastest }).Choose(Step(100_000)).Step.Transport.Should().Be(ImportTransport.Bulk);
    }

    [Fact]
    public void The_ceiling_covers_every_poll_of_a_slow_job()
    {
        var (step, _) = Chooser(new() { Transport = ImportTransport.Bulk }).Choose(Step(1_000));

        // One to create the job, fifteen polls, one page, one to delete it.
        step.Ceiling.Should().BeGreaterThanOrEqualTo(18);
        TransportCosts.Ceiling([step.Costs[1], step.Costs[1]]).Should().BeGreaterThanOrEqualTo(36);
    }

    [Fact]
    public void The_host_may_choose_for_all_steps_and_for_single_objects()
    {
        var options = new SalesforceImportOptions { Transport = ImportTransport.Bulk };
        options.TransportOf["contact"] = ImportTransport.Rest;

        Chooser(options).Choose(Step(10)).Step.Transport.Should().Be(ImportTransport.Bulk);
        Chooser(options).Choose(Step(1_000_000, "Contact")).Step.Transport.Should().Be(ImportTransport.Rest);
    }

    [Fact]
    public void An_object_that_bulk_does_not_query_is_read_over_REST_and_the_plan_says_so()
    {
        var (step, finding) = Chooser().Choose(Step(1_000_000, "TaskWhoRelation"));

        step.Transport.Should().Be(ImportTransport.Rest);
        finding!.Code.Should().Be("BulkNotPossible");
        finding.Message.Should().Contain("TaskWhoRelation");
        step.Costs[1].Forbidden.Should().NotBeNull();
    }

    [Fact]
    public void Jobs_and_megabytes_are_taken_from_the_allowance_step_by_step()
    {
        var chooser = Chooser(limits: Limits(jobs: 1, megabytes: 1_000_000));

        chooser.Choose(Step(1_000_000)).Step.Transport.Should().Be(ImportTransport.Bulk);
        var (second, finding) = chooser.Choose(Step(1_000_000, "Contact"));

        second.Transport.Should().Be(ImportTransport.Rest);
        finding!.Message.Should().Contain("10,000").And.Contain("1 are left");
        chooser.Bulk.Should().Match<BulkBudget>(bulk => bulk.Jobs == 1 && bulk.JobsLeft == 1 && bulk.Megabytes > 0 && bulk.MegabytesLeft == 1_000_000);
    }

    [Fact]
    public void Results_that_would_not_fit_what_is_left_are_read_over_REST()
    {
        var (step, finding) = Chooser(limits: Limits(jobs: 100, megabytes: 3)).Choose(Step(1_000_000));

        step.Transport.Should().Be(ImportTransport.Rest);
        finding!.Message.Should().Contain("3 MB left");
    }

    [Fact]
    public void A_query_too_long_for_an_address_is_sent_as_a_job()
    {
        var fields = Enumerable.Range(0, 500).Select(n => new StepField($"A_rather_long_name_of_a_field_{n:D3}__c", PropertyType.Text, [])).ToList();

        var (step, finding) = Chooser().Choose(Step(10) with { Fields = fields });

        step.Transport.Should().Be(ImportTransport.Bulk);
        finding!.Code.Should().Be("RestNotPossible");
    }

    [Fact]
    public void Limits_that_nobody_may_see_forbid_nothing()
    {
        var chooser = Chooser();

        chooser.Choose(Step(1_000_000)).Step.Transport.Should().Be(ImportTransport.Bulk);
        chooser.Bulk.Should().Match<BulkBudget>(bulk => bulk.JobsLeft == null && bulk.MegabytesLeft == null);
    }

    private static TransportChooser Chooser(SalesforceImportOptions? options = null, OrgLimits? limits = null) => new(options ?? new(), limits, "67.0");

    private static OrgLimits Limits(long jobs, long megabytes) => new(new OrgUsage(0, 100_000), new OrgLimit(10_000, jobs), new OrgLimit(976_562, megabytes));

    private static ImportStep Step(long records, string sObject = "Lead") => new()
    {
        Object = sObject,
        Kind = RecordKind.Contact,
        Fields = [new("Id", PropertyType.Text, []), new("Email", PropertyType.Text, ["Email"])],
        Count = records,
        CountKind = CountKind.Exact,
        Transport = ImportTransport.Rest,
        ExpectedCalls = 0,
        Ceiling = 0,
    };
}
