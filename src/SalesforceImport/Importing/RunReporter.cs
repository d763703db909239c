using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using SalesforceImport.Budgeting;
using SalesforceImport.Importing.Undoing;
using SalesforceImport.Reporting;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Tells of one run at length: what it skipped, what failed, and the whole of it as a page. Needs the store and the journal, and no call.</summary>
internal sealed class RunReporter(ImporterServices services)
{
    private readonly ProblemReader _problems = new(services.Store);
    private readonly ChangeCounter _changes = new(services.Store);

    public async IAsyncEnumerable<RecordProblem> ReadProblemsAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        if (UndoPlan.IsOf(known))
        {
            // An undo reads no records; what it left is told by itself.
            yield break;
        }

        await foreach (var problem in _problems.ReadAsync(known, ImportPlan.FromJson(known.Plan), cancellationToken).ConfigureAwait(false))
        {
            yield return problem;
        }
    }

    public Task WriteProblemsAsync(string run, Stream destination, ProblemFormat format, CancellationToken cancellationToken)
    {
        var problems = ReadProblemsAsync(run, cancellationToken);
        return format == ProblemFormat.Csv
            ? ProblemCsv.WriteAsync(problems, destination, cancellationToken)
            : JsonSerializer.SerializeAsync(destination, problems, ImportJsonContext.Default.IAsyncEnumerableRecordProblem, cancellationToken);
    }

    public async Task WriteReportAsync(string run, Stream destination, CancellationToken cancellationToken)
    {
        var known = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        var undo = UndoPlan.Of(known);
        var plan = undo is null ? ImportPlan.FromJson(known.Plan) : null;
        await services.Store.PrepareAsync(StoreSchemas.Of(plan?.Kinds ?? undo!.Kinds), cancellationToken).ConfigureAwait(false);
        var document = new RunDocument
        {
            OrgId = known.Org,
            Report = plan is not null
                ? await ReportBuilder.BuildAsync(plan, known, services.Store, cancellationToken).ConfigureAwait(false)
                : UndoReports.Build(undo!, known, UndoCheckpoint.Of(known), services.Store.Description),
            Changes = await _changes.CountAsync(known, cancellationToken).ConfigureAwait(false),
            Problems = await ProblemGroup.OfAsync(ReadProblemsAsync(run, cancellationToken), cancellationToken).ConfigureAwait(false),
            Usage = await UsageAsync(known.Org, cancellationToken).ConfigureAwait(false),
            WrittenAt = services.Time.GetUtcNow(),
        };
        await destination.WriteAsync(Encoding.UTF8.GetBytes(RunPage.Render(document)), cancellationToken).ConfigureAwait(false);
        await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ApiUsageReport> UsageAsync(SalesforceId org, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        var hours = await services.Journal.ReadUsageAsync(org.ToString(), ApiUsageReport.FirstHour(now), now, cancellationToken).ConfigureAwait(false);
        return ApiUsageReport.Create(hours, now);
    }

    private async Task<StoredRun> FindAsync(string run, CancellationToken cancellationToken) =>
        await services.Store.FindRunAsync(run, cancellationToken).ConfigureAwait(false) ?? throw new UnknownRunException(run);
}
