namespace SalesforceImport.Importing;

/// <summary>Takes the batches of a step to the store.</summary>
internal interface IStepImporter
{
    /// <summary>Imports a batch on top of a checkpoint.</summary>
    /// <returns>The checkpoint it leaves, and whether it was committed: a batch that changes nothing moves the checkpoint only, which the next one commits.</returns>
    Task<(RunCheckpoint Checkpoint, bool Committed)> ImportAsync(
        StepBatch batch, RunCheckpoint before, long sequence, long callsUsed, CancellationToken cancellationToken);
}
