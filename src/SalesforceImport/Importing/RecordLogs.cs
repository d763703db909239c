using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The logs of one change set: what became of its records, and of earlier ones whose outcome it changed.</summary>
internal static class RecordLogs
{
    public static IReadOnlyList<RecordLog> Of(string sObject, List<RecordResult> results, List<Amendment> amendments)
    {
        if (amendments.Count == 0)
        {
            return results.Count == 0 ? [] : [RecordLogCodec.Pack(sObject, results)];
        }

        return
        [
            .. amendments
                .Select(amendment => (amendment.Object, Result: new RecordResult(amendment.Id, amendment.Becomes)))
                .Concat(results.Select(result => (Object: sObject, Result: result)))
                .GroupBy(entry => entry.Object, entry => entry.Result)
                .Select(ofObject => RecordLogCodec.Pack(ofObject.Key, ofObject)),
        ];
    }
}
