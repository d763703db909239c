using SalesforceImport.Matching;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The records of a batch that are new to the run: mapped, or failed on the way.</summary>
internal sealed class BatchIntake
{
    private BatchIntake()
    {
    }

    public List<IncomingRecord> Records { get; } = [];

    /// <summary>What became of records that are not to be decided: failed on the way, or left out by rule.</summary>
    public List<RecordResult> Settled { get; } = [];

    public SalesforceId? Last { get; private set; }

    public int Count => Records.Count + Settled.Count;

    /// <summary>Fails the records whose rows keep changing under the import, so that the others can go on.</summary>
    public void FailConflicting(ApplyResult conflict, FindResult found) =>
        Fail(conflict, found, RecordReason.Conflict, "Its row kept being changed by another writer.");

    /// <summary>Fails the records that would have merged rows of which one cannot go, so that the others can go on.</summary>
    public void FailReferenced(ApplyResult refusal, FindResult found) => Fail(
        refusal,
        found,
        RecordReason.Referenced,
        $"It would merge row {string.Join(", ", refusal.Rows)} into another, but the application's own tables still refer to that row. Move those references, or let them be deleted with the row, and import again.");

    private void Fail(ApplyResult conflict, FindResult found, RecordReason reason, string detail)
    {
        var rows = found.Rows.Where(row => conflict.Rows.Contains(row.Id)).SelectMany(row => row.Sources).ToList();
        var ids = conflict.Sources.Concat(rows.Select(source => source.Key.Id)).ToHashSet();
        var emails = conflict.Emails.Concat(rows.Select(source => source.Email).OfType<string>()).ToHashSet();
        var failing = Records.Where(record => ids.Contains(record.Key.Id) || (record.Email is { } email && emails.Contains(email))).ToList();

        // A row of the host's own has no source to know it by: then the batch as a whole is at odds.
        foreach (var record in failing.Count > 0 ? failing : [.. Records])
        {
            Records.Remove(record);
            Settled.Add(new(record.Key.Id, RecordOutcome.Failed, reason, detail));
        }
    }

    /// <summary>Takes in a batch, each record once, without those that the run has read before.</summary>
    public static BatchIntake Of(StepBatch batch, RecordMapper mapper, HashSet<SalesforceId>? readBefore)
    {
        var intake = new BatchIntake();
        foreach (var part in batch.Parts)
        {
            intake.Take(part, mapper, batch.Wanted, readBefore);
        }

        return intake;
    }

    private void Take(RecordBatch batch, RecordMapper mapper, WantedRecords? wanted, HashSet<SalesforceId>? passed)
    {
        var problems = batch.Problems.ToLookup(problem => problem.Row);
        for (int row = 0; row < batch.Count; row++)
        {
            var id = batch.IdAt(row);
            if (id.IsEmpty)
            {
                throw new SalesforceImportException("The org returned a record without a valid Id. Nothing can be told of such a record, so the import stops here rather than lose it.");
            }

            Last = Last is { } last && last > id ? last : id;
            if (wanted?.Contains(batch, row) == false || (passed is not null && !passed.Add(id)))
            {
                continue;
            }

            if (problems.Contains(row))
            {
                Settled.Add(new(
                    id,
                    RecordOutcome.Failed,
                    RecordReason.ValueMismatch,
                    string.Join(" ", problems[row].Select(problem => problem.Message))));
            }
            else if (mapper.TooLong(batch, row) is { } tooLong)
            {
                Settled.Add(new(id, RecordOutcome.Failed, RecordReason.ValueMismatch, tooLong));
            }
            else if (mapper.LeftOut(batch, row) is var reason and not RecordReason.None)
            {
                Settled.Add(new(id, RecordOutcome.Skipped, reason));
            }
            else
            {
                Records.Add(mapper.Map(batch, row));
            }
        }
    }
}
