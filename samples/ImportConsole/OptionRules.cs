namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Which options go together.</summary>
internal static class OptionRules
{
    public static ConsoleOptions Check(ConsoleOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Store))
        {
            throw new UsageException("--store is blank: give it the SQLite file to import into, or the connection string of a PostgreSQL database.");
        }

        if (options.Org is not null && options.ShapesEmulatedOrg)
        {
            throw new UsageException("--leads, --contacts and --seed shape the emulated org; with --org there is none.");
        }

        if (options.Errand is Errand.Resume or Errand.Undo or Errand.Redo && (options.Select is not null || options.Where is not null || options.ChoosesTransport || options.ChoosesChanges))
        {
            throw new UsageException($"--select, --where, --changes, --lag, --when-gone, --transport and --prefer do not go with --{options.Errand.ToString().ToLowerInvariant()}: a run goes on with what it was started with.");
        }

        if (options.ChoosesChanges && !options.Changes)
        {
            throw new UsageException("--lag and --when-gone say how changes are read: give them with --changes.");
        }

        if (options.Errand is Errand.Resume or Errand.Undo or Errand.Redo && string.IsNullOrWhiteSpace(options.Run))
        {
            throw new UsageException($"--{options.Errand.ToString().ToLowerInvariant()} names no run: --history lists them.");
        }

        if (options.Files.AreWanted && options.Errand is not (Errand.Import or Errand.Resume or Errand.Undo or Errand.Redo))
        {
            throw new UsageException("--report and --problems tell of a run: they go with an import, or with --resume, --undo or --redo.");
        }

        options.Files.Check();
        return options;
    }
}
