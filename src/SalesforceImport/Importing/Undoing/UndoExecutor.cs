using System.Text.Json;
using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Carries an undo from its checkpoint to its end, a batch at a time.</summary>
internal sealed class UndoExecutor(UndoScope scope)
{
    /// <summary>Under this name the record log of an undo holds what it left.</summary>
    public const string LogName = "undo";

    private const int MostAttempts = 5;

    private readonly ChangeSetSender _sender = new(scope.Store);
    private readonly List<(RecordKind Kind, IUndoPhase Phase)> _steps = Steps(scope);
    private long _sequence = scope.Opened.Run.Sequence;

    /// <summary>The checkpoint as last committed.</summary>
    public UndoCheckpoint Checkpoint { get; private set; } = UndoCheckpoint.Of(scope.Opened.Run);

    public async Task ExecuteAsync(Action<RecordKind> committed, CancellationToken cancellationToken)
    {
        while (Checkpoint.Position.Step < _steps.Count)
        {
            var (kind, phase) = _steps[Checkpoint.Position.Step];
            cancellationToken.ThrowIfCancellationRequested();
            if (await phase.ReadAsync(Checkpoint.Position, cancellationToken).ConfigureAwait(false) is { } behind)
            {
                Checkpoint = await CommitAsync(kind, phase, behind, cancellationToken).ConfigureAwait(false);
                committed(kind);
            }
            else
            {
                // Not worth a transaction: a resume finds the end of the step again.
                Checkpoint = Checkpoint with { Position = Checkpoint.Position.NextStep() };
            }
        }
    }

    private static List<(RecordKind Kind, IUndoPhase Phase)> Steps(UndoScope scope)
    {
        var steps = new List<(RecordKind Kind, IUndoPhase Phase)>();
        foreach (var planned in scope.Plan.Kinds.OrderBy(planned => planned.Kind))
        {
            var schema = new KindSchema(planned.Kind, planned.Properties);
            steps.Add((planned.Kind, new TakingPhase(scope, schema)));
            steps.Add((planned.Kind, new RemovingPhase(scope, planned.Kind)));
            steps.Add((planned.Kind, new GivingPhase(scope, schema)));
        }

        steps.Add((steps[0].Kind, new LinkPhase(scope)));
        return steps;
    }

    private async Task<UndoCheckpoint> CommitAsync(RecordKind kind, IUndoPhase phase, UndoPosition behind, CancellationToken cancellationToken)
    {
        var spared = new Dictionary<long, UndoLeftReason>();
        for (int attempt = 1; attempt <= 2 * MostAttempts; attempt++)
        {
            var decision = await phase.DecideAsync(spared, cancellationToken).ConfigureAwait(false);
            var checkpoint = Checkpoint.Advance(behind, decision);
            var result = await _sender.ApplyAsync(ChangeSet(kind, decision, checkpoint), cancellationToken).ConfigureAwait(false);
            if (result.Outcome is not (ApplyOutcome.Conflict or ApplyOutcome.Refused))
            {
                _sequence++;
                return checkpoint;
            }

            if (result.Outcome == ApplyOutcome.Refused)
            {
                // Each refusal names one row more: it must not count against the attempts.
                attempt--;
                Spare(spared, result, UndoLeftReason.StillReferenced);
            }
            else if (attempt >= MostAttempts)
            {
                Spare(spared, result, UndoLeftReason.KeptChanging);
            }
        }

        throw new SalesforceImportException(
            $"Rows of {scope.Store.Description} keep changing under run '{scope.Run}': a batch of {kind} could not be undone. Resume the run when the other writer is done.");
    }

    private static void Spare(Dictionary<long, UndoLeftReason> spared, ApplyResult result, UndoLeftReason reason)
    {
        foreach (long row in result.Rows)
        {
            spared[row] = reason;
        }
    }

    private ChangeSet ChangeSet(RecordKind kind, UndoDecision decision, UndoCheckpoint checkpoint) => new()
    {
        Run = scope.Run,
        Epoch = scope.Opened.Epoch,
        Sequence = _sequence + 1,
        Kind = kind,
        Org = scope.Org,
        Checkpoint = checkpoint.ToJson(),
        Changes = decision.Changes,
        PutOrphans = decision.PutOrphans,
        DroppedOrphans = decision.DroppedOrphans,
        PutLinks = decision.PutLinks,
        DroppedLinks = decision.DroppedLinks,
        Logs = decision.Left.Count == 0
            ? []
            : [new RecordLog(LogName, scope.Org, scope.Org, JsonSerializer.SerializeToUtf8Bytes(decision.Left, ImportJsonContext.Default.ListUndoLeft))],
    };
}
