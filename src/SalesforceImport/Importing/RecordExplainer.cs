using SalesforceImport.Importing.Undoing;
using SalesforceImport.Matching;
using SalesforceImport.Reporting;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Answers why the store holds what it holds of a record, from the store alone: no call.</summary>
internal sealed class RecordExplainer(ContactStore store)
{
    private const int RunsLookedAt = 50;

    public async Task<RecordExplanation> ExplainAsync(SalesforceId record, CancellationToken cancellationToken)
    {
        var known = await KnownRuns.ReadAsync(store, RunsLookedAt, cancellationToken).ConfigureAwait(false);
        if (known.Runs.Count == 0)
        {
            return new RecordExplanation { Record = record, Sentences = ["Nothing has been imported into this store yet."] };
        }

        var outcomes = await OutcomesAsync(known, record, cancellationToken).ConfigureAwait(false);
        var (_, found) = await known.FindAsync(known.Plans[0].OrgId, record, cancellationToken).ConfigureAwait(false);
        var row = found.Rows.FirstOrDefault(row => row.Sources.Any(source => source.Key.Id == record));
        var sources = row?.Sources
            .Select(source => SourceNode.From(source, row))
            .Order(SourceRank.Instance)
            .Select(node => new ExplainedSource(node.Key.Id, node.Object, node.LedItsRow, node.Contributes))
            .ToList() ?? [];
        return new RecordExplanation
        {
            Record = record,
            RowId = row?.Id,
            IsErased = found.ErasedSources.Contains(record),
            Sources = sources,
            Outcomes = outcomes,
            Sentences = [.. Sentences(record, row, sources, outcomes, found)],
        };
    }

    private async Task<List<ExplainedOutcome>> OutcomesAsync(KnownRuns known, SalesforceId record, CancellationToken cancellationToken)
    {
        var outcomes = new List<ExplainedOutcome>();
        var chains = new RunChains(store);
        foreach (var (run, plan) in known.Runs.Zip(known.Plans))
        {
            foreach (var sObject in plan.Steps.Select(step => step.Object).Distinct())
            {
                var logs = await store.ReadLogAsync(run.Run, sObject, [record], cancellationToken).ConfigureAwait(false);
                var last = logs.OrderBy(log => log.Sequence)
                    .SelectMany(log => RecordLogCodec.Unpack(log.Log))
                    .Where(result => result.Id == record)
                    .Cast<RecordResult?>()
                    .LastOrDefault();
                if (last is { } result)
                {
                    var chain = await chains.ReadAsync(run.Run, cancellationToken).ConfigureAwait(false);
                    outcomes.Add(new(run.Run, result.Outcome, result.Reason, result.Detail) { UndoneBy = chain.UndoneBy });
                }
            }
        }

        return outcomes;
    }

    private static IEnumerable<string> Sentences(
        SalesforceId record, StoredRow? row, List<ExplainedSource> sources, List<ExplainedOutcome> outcomes, FindResult found)
    {
        if (found.ErasedSources.Contains(record))
        {
            yield return $"{record} was erased from this store, and stays so.";
        }
        else if (row is null)
        {
            var orphan = found.Orphans.FirstOrDefault(orphan => orphan.Key.Id == record);
            yield return orphan is null
                ? $"{record} belongs to no row of this store."
                : $"{record} belongs to no row yet: it became {orphan.LinkedTo}, which has not been imported.";
        }
        else
        {
            var self = sources.First(source => source.Id == record);
            yield return $"{record} ({self.Object}) belongs to row {row.Id}, created by {(row.CreatedByRun is { } run ? $"run {run}" : "the host itself")}.";
            yield return self.Leads ? "It leads the row: its values come first."
                : self.Contributes ? $"{sources.First(source => source.Leads).Id} leads the row; this record fills what that one leaves blank."
                : $"It was converted: {sources.First(source => source.Leads).Id} stands for it.";
            if (sources.Count > 1)
            {
                yield return $"The row is fed by {sources.Count} records, in rank order (contact before lead, oldest first, lowest id first): {string.Join(", ", sources.Select(source => $"{source.Object} {source.Id}"))}.";
            }
        }

        foreach (var outcome in outcomes)
        {
            yield return $"Run {outcome.Run}: {Text(outcome)}.{(outcome.UndoneBy is { } undo ? $" That was undone by run {undo}." : string.Empty)}";
        }

        if (outcomes.Count == 0)
        {
            yield return "No run that this store remembers has read it.";
        }
    }

    private static string Text(ExplainedOutcome outcome)
    {
        string reason = OutcomeText.Of(outcome.Outcome, outcome.Reason);
        return outcome.Detail is { } detail ? $"{reason} ({detail})" : reason;
    }
}
