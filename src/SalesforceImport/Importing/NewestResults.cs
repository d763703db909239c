using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// What became of the records in a run's logs, each once, by id: of two logs that speak of a record, the later one holds.
/// The logs are sorted, so they are merged as they are unpacked, and none is ever held unpacked as a whole.
/// </summary>
internal static class NewestResults
{
    public static IEnumerable<RecordResult> Of(IEnumerable<StoredRecordLog> logs)
    {
        var heads = new PriorityQueue<IEnumerator<RecordResult>, (SalesforceId Id, long Age)>();
        foreach (var log in logs)
        {
            Enqueue(heads, RecordLogCodec.Read(log.Log).GetEnumerator(), -log.Sequence);
        }

        SalesforceId? told = null;
        while (heads.TryDequeue(out var log, out var head))
        {
            var result = log.Current;
            Enqueue(heads, log, head.Age);
            if (told != result.Id)
            {
                told = result.Id;
                yield return result;
            }
        }
    }

    private static void Enqueue(PriorityQueue<IEnumerator<RecordResult>, (SalesforceId Id, long Age)> heads, IEnumerator<RecordResult> log, long age)
    {
        if (log.MoveNext())
        {
            heads.Enqueue(log, (log.Current.Id, age));
        }
    }
}
