using SalesforceImport.Stores;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Undoes a run, redoes it, or goes on with either. The database alone is enough for that.</summary>
internal sealed class UndoCommand(ConsoleOptions options, Screen screen, Conclusion conclusion)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        string run = options.Run!;
        if (!conclusion.Store.Exists)
        {
            throw new UnknownRunException(run);
        }

        conclusion.Store.Check();
        await using var session = await ImportSession.WritingWithoutOrgAsync(options, conclusion.Store, screen, cancellationToken);
        conclusion.Importer = session.Importer;
        var history = session.Importer.History;
        return await new RunWatch(screen, _ => { }).ConcludeAsync(
            progress => options.Errand switch
            {
                Errand.Undo => history.UndoAsync(run, progress, cancellationToken),
                Errand.Redo => history.RedoAsync(run, progress, cancellationToken),
                _ => history.ResumeAsync(run, progress, cancellationToken),
            },
            session.Importer,
            conclusion);
    }
}
