namespace SalesforceImport.Matching;

/// <summary>The fixed total order of the records of a row: contact before lead, oldest first, lowest id first. The first leads.</summary>
internal sealed class SourceRank : IComparer<SourceNode>
{
    public static SourceRank Instance { get; } = new();

    public int Compare(SourceNode? x, SourceNode? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int order = y.Contributes.CompareTo(x.Contributes);
        order = order != 0 ? order : ObjectRank(x.Object).CompareTo(ObjectRank(y.Object));
        order = order != 0 ? order : (x.CreatedDate ?? DateTimeOffset.MaxValue).CompareTo(y.CreatedDate ?? DateTimeOffset.MaxValue);
        order = order != 0 ? order : x.Key.Id.CompareTo(y.Key.Id);
        return order != 0 ? order : x.Key.Org.CompareTo(y.Key.Org);
    }

    private static int ObjectRank(string sObject) => sObject switch
    {
        "Contact" => 0,
        "Lead" => 1,
        _ => 2,
    };
}
