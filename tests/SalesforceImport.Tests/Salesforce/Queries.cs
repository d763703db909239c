using SalesforceImport.Salesforce;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>Queries and pages for tests.</summary>
internal static class Queries
{
    public static readonly QueryRequest Leads = new(
        "Lead", "SELECT Id, LastName FROM Lead", [new("Id", PropertyType.Text), new("LastName", PropertyType.Text)]);

    /// <summary>The id of the nth lead.</summary>
    public static string Id(int number) => SalesforceId.Parse($"00Qxx{number:D10}").ToString();

    public static string Page(int from, int count, int total, string? next) =>
        $$"""{"totalSize":{{total}},"done":{{(next is null ? "true" : "false")}},{{(next is null ? "" : $"\"nextRecordsUrl\":\"{next}\",")}}"records":["""
        + string.Join(',', Enumerable.Range(from, count).Select(Record))
        + "]}";

    public static string Record(int number) =>
        $$$"""{"attributes":{"type":"Lead","url":"/services/data/v67.0/sobjects/Lead/{{{Id(number)}}}"},"Id":"{{{Id(number)}}}","LastName":"Name {{{number}}}"}""";

    public static async Task<Reading> ReadAllAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        var reading = new Reading();
        try
        {
            await foreach (var batch in batches)
            {
                reading.Batches.Add(batch);
                for (int row = 0; row < batch.Count; row++)
                {
                    reading.Rows.Add(batch.Row(row).ToArray());
                    reading.Ids.Add(batch.IdAt(row).ToString());
                }
            }
        }
        catch (Exception failure)
        {
            reading.Failure = failure;
        }

        return reading;
    }

    public sealed class Reading
    {
        public List<RecordBatch> Batches { get; } = [];

        public List<FieldValue[]> Rows { get; } = [];

        public List<string> Ids { get; } = [];

        public Exception? Failure { get; set; }
    }
}
