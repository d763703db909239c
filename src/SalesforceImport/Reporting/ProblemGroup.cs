namespace SalesforceImport.Reporting;

/// <summary>The records of one object that were skipped or failed for one reason.</summary>
internal sealed class ProblemGroup(string sObject, RecordOutcome outcome, RecordReason reason)
{
    private const int MostKept = 20;

    private readonly List<RecordProblem> _first = [];

    public string Object => sObject;

    public RecordOutcome Outcome => outcome;

    public RecordReason Reason => reason;

    public long Count { get; private set; }

    /// <summary>The first of them, by id.</summary>
    public IReadOnlyList<RecordProblem> First => _first;

    public static async Task<IReadOnlyList<ProblemGroup>> OfAsync(IAsyncEnumerable<RecordProblem> problems, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<(string, RecordOutcome, RecordReason), ProblemGroup>();
        await foreach (var problem in problems.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var key = (problem.Object, problem.Outcome, problem.Reason);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new(problem.Object, problem.Outcome, problem.Reason);
            }

            group.Add(problem);
        }

        return [.. groups.Values.OrderByDescending(group => group.Outcome == RecordOutcome.Failed).ThenByDescending(group => group.Count)];
    }

    private void Add(RecordProblem problem)
    {
        Count++;
        if (_first.Count < MostKept)
        {
            _first.Add(problem);
        }
    }
}
