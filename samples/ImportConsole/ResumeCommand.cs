using SalesforceImport.Stores;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Goes on with a run, with the org it was started with.</summary>
internal sealed class ResumeCommand(ConsoleOptions options, Screen screen, Conclusion conclusion)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        string run = options.Run!;
        if (!conclusion.Store.Exists)
        {
            throw new UnknownRunException(run);
        }

        conclusion.Store.Check();
        bool needsNoOrg;
        await using (var offline = await ImportSession.WithoutOrgAsync(options, conclusion.Store, screen, cancellationToken))
        {
            var report = await Conclusion.FindAsync(run, offline.Importer) ?? throw new UnknownRunException(run);
            if (report.State == ImportState.Completed)
            {
                return await conclusion.ReportAsync(report, offline.Importer);
            }

            needsNoOrg = report.Undo is not null;
        }

        if (needsNoOrg)
        {
            return await new UndoCommand(options, screen, conclusion).RunAsync(cancellationToken);
        }

        var same = options with { EmulatedOrg = EmulatedOrgOf(run) };
        await using var session = await ImportSession.StartAsync(same, conclusion.Store, screen, cancellationToken);
        conclusion.Importer = session.Importer;
        var watch = new RunWatch(screen, _ => { });
        return await watch.ConcludeAsync(
            progress => session.Importer.History.ResumeAsync(run, progress, cancellationToken), session.Importer, conclusion);
    }

    private EmulatedOrgSize EmulatedOrgOf(string run)
    {
        if (options.Org is not null)
        {
            return options.EmulatedOrg;
        }

        var size = new EmulatedOrgMemory(conclusion.Store).Find(run)
            ?? throw new UsageException($"Run {run} was not made with an emulated org: give --org and its credentials.");
        return !options.ShapesEmulatedOrg || options.EmulatedOrg == size
            ? size
            : throw new UsageException($"Run {run} was made with another emulated org ({size}): leave these options out, or give the same.");
    }
}
