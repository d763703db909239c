using static System.FormattableString;

namespace SalesforceImport.Planning;

/// <summary>What to know of a count that could not be had.</summary>
internal static class CountFindings
{
    public static IEnumerable<ImportFinding> For(string sObject, RecordCount count)
    {
        switch (count.Kind)
        {
            case CountKind.Estimate:
                yield return new("CountEstimated", Invariant(
                    $"Counting {sObject} took the org too long: {count.Records:N0} is the number it keeps for itself, and may be somewhat off."));
                break;

            case CountKind.UpperBound:
                yield return new("CountUpperBound", Invariant(
                    $"Counting the selected records of {sObject} took the org too long: {count.Records:N0}, all that it has of the object, is taken as an upper bound, for records and for calls. A condition on an indexed field, such as CreatedDate, can be counted."));
                break;
        }
    }
}
