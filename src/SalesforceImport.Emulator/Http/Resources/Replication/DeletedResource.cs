namespace SalesforceImport.Emulator.Http.Resources.Replication;

/// <summary><c>/sobjects/X/deleted</c>: the ids of the records that were deleted in a time, those past the recycle bin included.</summary>
internal sealed class DeletedResource : IResource
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(15);

    public string Pattern => "sobjects/*/deleted";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var window = ReplicationWindow.Read(exchange, definition, LookBack);
        var deleted = exchange.Services.Org.Snapshot.State(definition).Deletions.Where(deletion => deletion.When >= window.From && deletion.When < window.Until).ToList();
        if (deleted.Count > ReplicationWindow.MostIds)
        {
            throw ReplicationWindow.TooMany();
        }

        var earliest = ReplicationWindow.Minute(exchange.Services.Options.TimeProvider.GetUtcNow() - LookBack);
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("deletedRecords");
            foreach (var deletion in deleted)
            {
                json.WriteStartObject();
                json.WriteString("id", deletion.Id.ToString());
                json.WriteString("deletedDate", ReplicationWindow.Text(deletion.When));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("earliestDateAvailable", ReplicationWindow.Text(earliest));
            json.WriteString("latestDateCovered", ReplicationWindow.Text(window.Covered));
            json.WriteEndObject();
        });
    }
}
