using SalesforceImport.Stores;
using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Choose, plan, confirm, run, report.</summary>
internal sealed class ImportCommand(ConsoleOptions options, Screen screen, Conclusion conclusion)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        bool asks = options.Errand == Errand.Import && !options.Yes;
        if (asks && !screen.IsInteractive)
        {
            throw new UsageException("There is no terminal to ask at: give --yes to import without asking, or --plan-only to see the plan.");
        }

        await using var session = await ImportSession.StartAsync(options, conclusion.Store, screen, cancellationToken);
        conclusion.Importer = session.Importer;
        Introduce(session);
        await CheckStoreAsync(session, cancellationToken);
        var choice = await ChooseAsync(session.Importer, cancellationToken);
        var selector = await choice.ResolveAsync(session.Importer, options.Where, cancellationToken);
        var plan = options.Changes
            ? await session.Importer.PlanChangesAsync(selector, cancellationToken)
            : await session.Importer.PlanAsync(selector, cancellationToken);
        PlanView.Show(screen, plan);
        if (options.Errand == Errand.Plan)
        {
            return ConcludePlan(plan);
        }

        if (options.Errand == Errand.Preview)
        {
            return await PreviewAsync(session, plan, cancellationToken);
        }

        if (asks && (plan.Budget.Fits || options.SpreadOverDays) && !await ConfirmAsync(plan, cancellationToken))
        {
            throw new OperationCanceledException();
        }

        var watch = new RunWatch(screen, run => Remember(session, run));
        return await watch.ConcludeAsync(progress => session.Importer.RunAsync(plan, progress, cancellationToken), session.Importer, conclusion);
    }

    private async Task<int> PreviewAsync(ImportSession session, ImportPlan plan, CancellationToken cancellationToken)
    {
        var view = new PreviewView(screen);
        var preview = await session.Importer.PreviewAsync(plan, view.ObserveAsync, progress: null, cancellationToken);
        if (preview.Report.State == ImportState.Completed)
        {
            view.Conclude(preview);
        }
        else
        {
            screen.Error(preview.Report.Reason ?? $"The preview is {preview.Report.State}.");
        }

        if (options.Json)
        {
            JsonView.Write(JsonImport.OfPreview(preview, conclusion.Store));
        }

        return ExitCodes.Of(preview.Report.State);
    }

    private void Introduce(ImportSession session)
    {
        if (session.EmulatedOrgUrl is { } url)
        {
            screen.Line($"An emulated org is running at {url} ({options.EmulatedOrg}). Give --org to import from a real one.");
            screen.Line();
        }
    }

    /// <summary>Meets the store before the org: a plan costs calls.</summary>
    private async Task CheckStoreAsync(ImportSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.Importer.CheckStoreAsync(cancellationToken);
        }
        catch (RunLeaseException) when (options.Errand is Errand.Plan or Errand.Preview)
        {
            // A plan can be made, and previewed, beside a run.
        }
        catch (SalesforceImportException exception) when (exception is not RunLeaseException)
        {
            throw new UsageException(exception.Message, exception);
        }
    }

    private async Task<Choice> ChooseAsync(ISalesforceImporter importer, CancellationToken cancellationToken) => options.Select
        ?? (options.Yes || !screen.IsInteractive ? Choice.Default : await ChoicePrompt.AskAsync(screen, importer, cancellationToken));

    private Task<bool> ConfirmAsync(ImportPlan plan, CancellationToken cancellationToken) => new ConfirmationPrompt(Markup.Escape(
        $"Import {Format.Count(plan.Records, "record")} with at most {Format.Count(plan.Ceiling, "API call")} into {conclusion.Store.Name}?"))
        .ShowAsync(screen.Out, cancellationToken);

    private void Remember(ImportSession session, string run)
    {
        if (session.EmulatedOrgUrl is not null)
        {
            new EmulatedOrgMemory(conclusion.Store).Keep(run, options.EmulatedOrg);
        }
    }

    private int ConcludePlan(ImportPlan plan)
    {
        if (!plan.Budget.Fits)
        {
            screen.Error($"The import does not fit: it may take {Format.Count(plan.Budget.Ceiling, "API call")}, {Format.Number(plan.Budget.Shortfall)} more than may be spent now.");
        }

        if (options.Json)
        {
            JsonView.Write(plan);
        }

        return plan.Budget.Fits ? ExitCodes.Done : ExitCodes.Refused;
    }
}
