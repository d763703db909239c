using System.Data;
using System.Text;
using Sylvan.Data.Csv;

namespace SalesforceImport.Reporting;

/// <summary>Writes problems as comma-separated values, some at a time, so that a million of them need no memory.</summary>
internal static class ProblemCsv
{
    private const int RowsAtATime = 1_000;

    private static readonly string[] Columns = ["object", "id", "outcome", "reason", "detail"];

    public static async Task WriteAsync(IAsyncEnumerable<RecordProblem> problems, Stream destination, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            using var table = new DataTable();
            foreach (string column in Columns)
            {
                table.Columns.Add(column, typeof(string));
            }

            bool first = true;
            await foreach (var problem in problems.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                table.Rows.Add(problem.Object, problem.Id.ToString(), problem.Outcome.ToString(), problem.Reason.ToString(), Harmless(problem.Detail));
                if (table.Rows.Count == RowsAtATime)
                {
                    await WriteAsync(table, writer, first, cancellationToken).ConfigureAwait(false);
                    table.Clear();
                    first = false;
                }
            }

            await WriteAsync(table, writer, first, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(DataTable table, StreamWriter writer, bool withHeader, CancellationToken cancellationToken)
    {
        using var text = new StringWriter();
        using var csv = CsvDataWriter.Create(text, new CsvDataWriterOptions { WriteHeaders = withHeader, NewLine = "\r\n" });
        using var rows = table.CreateDataReader();
        await csv.WriteAsync(rows, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync(text.GetStringBuilder(), cancellationToken).ConfigureAwait(false);
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A spreadsheet would run a cell that begins like a formula; an apostrophe before it makes it text.</summary>
    private static string? Harmless(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
}
