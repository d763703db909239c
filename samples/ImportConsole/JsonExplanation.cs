namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonExplanation(string Record, long? Row, IReadOnlyList<string> Sentences)
{
    public static JsonExplanation Of(RecordExplanation explanation) =>
        new(explanation.Record.ToString(), explanation.RowId, explanation.Sentences);
}
