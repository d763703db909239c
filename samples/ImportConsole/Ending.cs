using Microsoft.Extensions.Options;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What an exception means to the user: an exit code, a state where the import has one, and one sentence.</summary>
internal sealed record Ending(int ExitCode, ImportState? State, string Sentence)
{
    private static readonly string[] ConditionErrors =
        ["MALFORMED_QUERY", "INVALID_FIELD", "INVALID_QUERY_FILTER_OPERATOR", "INVALID_TYPE", "MALFORMED_ID"];

    public static Ending Of(Exception exception, ConsoleOptions? options = null) => exception switch
    {
        UsageException or OptionsValidationException or InvalidConditionException or UnknownRunException =>
            new(ExitCodes.BadArguments, null, OneLine(exception)),
        SalesforceException { ErrorCode: { } code } when options is { Where: not null, Errand: Errand.Import or Errand.Plan or Errand.Preview } && ConditionErrors.Contains(code) =>
            new(ExitCodes.BadArguments, null, $"The org does not understand --where: {OneLine(exception)}"),
        OperationCanceledException => Of(ImportState.Cancelled, "Cancelled."),
        RunLeaseException or CallRefusedException or SelectorRefusedException or UndoRefusedException => Of(ImportState.Refused, OneLine(exception)),
        SalesforceException { ErrorCode: "REQUEST_LIMIT_EXCEEDED" } => Of(ImportState.Refused, OneLine(exception)),
        SalesforceImportException => Of(ImportState.Failed, OneLine(exception)),
        _ => Of(ImportState.Failed, $"Something went wrong that should not: {OneLine(exception)}"),
    };

    private static Ending Of(ImportState state, string sentence) => new(ExitCodes.Of(state), state, sentence);

    private static string OneLine(Exception exception) => string.Join(
        ' ', exception.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
