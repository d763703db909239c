using System.Runtime.CompilerServices;
using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Answers, exactly, whether a run has read a record: from the logs the store keeps of it.</summary>
internal sealed class ReadRecords(ContactStore store, string run)
{
    /// <summary>Every record of an object that the run has read and committed.</summary>
    public async IAsyncEnumerable<SalesforceId> AllAsync(string sObject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var stored in await store.ReadLogAsync(run, sObject, ids: null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var result in RecordLogCodec.Unpack(stored.Log))
            {
                yield return result.Id;
            }
        }
    }

    /// <summary>The amendments that hold: an earlier record's outcome changes only if this run has read it.</summary>
    public async Task<List<Amendment>> HeldAsync(IReadOnlyList<Amendment> amendments, CancellationToken cancellationToken)
    {
        var held = amendments.Where(amendment => amendment.SurelyRead).ToList();
        foreach (var ofObject in amendments.Where(amendment => !amendment.SurelyRead).GroupBy(amendment => amendment.Object))
        {
            var read = await AmongAsync(ofObject.Key, [.. ofObject.Select(amendment => amendment.Id)], cancellationToken).ConfigureAwait(false);
            held.AddRange(ofObject.Where(amendment => read.Contains(amendment.Id)));
        }

        return held;
    }

    /// <summary>What became of those of the ids that the run has read and committed.</summary>
    public async Task<Dictionary<SalesforceId, RecordResult>> OutcomesAsync(
        string sObject, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var asked = ids.ToHashSet();
        var outcomes = new Dictionary<SalesforceId, RecordResult>();
        if (asked.Count > 0)
        {
            foreach (var stored in await store.ReadLogAsync(run, sObject, asked, cancellationToken).ConfigureAwait(false))
            {
                foreach (var result in RecordLogCodec.Unpack(stored.Log).Where(result => asked.Contains(result.Id)))
                {
                    outcomes[result.Id] = result;
                }
            }
        }

        return outcomes;
    }

    /// <summary>Those of the ids that the run has read and committed.</summary>
    public async Task<HashSet<SalesforceId>> AmongAsync(string sObject, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var outcomes = await OutcomesAsync(sObject, ids, cancellationToken).ConfigureAwait(false);
        return [.. outcomes.Keys];
    }
}
