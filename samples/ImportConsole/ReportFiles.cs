namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The files that a run is to be reported in, beside what is shown.</summary>
/// <param name="Report">The page of HTML; null for none.</param>
/// <param name="Problems">The records skipped and failed; null for none.</param>
internal sealed record ReportFiles(string? Report, string? Problems)
{
    public bool AreWanted => Report is not null || Problems is not null;

    /// <summary>Finds out whether they can be written, before an import begins. A file that is not there is not made.</summary>
    /// <exception cref="UsageException">One cannot be written, or its name does not tell its format.</exception>
    public void Check()
    {
        if (Problems is not null)
        {
            _ = FormatOf(Problems);
        }

        Check("--report", Report);
        Check("--problems", Problems);
        if (Report is not null && Problems is not null && Path.GetFullPath(Report) == Path.GetFullPath(Problems))
        {
            throw new UsageException($"--report and --problems are both '{Report}': give them a file each.");
        }
    }

    /// <summary>Writes them, and says where they are.</summary>
    public async Task WriteAsync(string run, IImportHistory history, Screen screen)
    {
        // Whatever stopped the import does not stop its report.
        if (Report is not null)
        {
            await using var file = File.Create(Report);
            await history.WriteReportAsync(run, file, CancellationToken.None);
            screen.Line($"Report: {Path.GetFullPath(Report)}.");
        }

        if (Problems is not null)
        {
            await using var file = File.Create(Problems);
            await history.WriteProblemsAsync(run, file, FormatOf(Problems), CancellationToken.None);
            screen.Line($"Skipped and failed records: {Path.GetFullPath(Problems)}.");
        }
    }

    private static void Check(string option, string? path)
    {
        if (path is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException($"{option} is blank: give it the file to write.");
        }

        try
        {
            bool isThere = File.Exists(path);
            using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write))
            {
            }

            if (!isThere)
            {
                File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{option}: '{path}' cannot be written: {exception.Message}", exception);
        }
    }

    private static ProblemFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => ProblemFormat.Csv,
        ".json" => ProblemFormat.Json,
        _ => throw new UsageException($"--problems: '{path}' ends in neither .csv nor .json, so that it does not tell how to write them."),
    };
}
