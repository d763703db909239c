using SalesforceImport.Mapping;

namespace SalesforceImport.Planning;

/// <summary>Steps that find out what is no longer there.</summary>
internal static class GoneSteps
{
    /// <summary>What was deleted in the window and is in the recycle bin: to the second, where the org's list of deletions goes by minutes.</summary>
    public static ImportStep InBin(string sObject, RecordKind kind, string window, bool merges) =>
        Step(sObject, kind, StepReading.Query, RecordReason.Deleted) with
        {
            Where = $"{window} AND {SystemFields.IsDeleted} = true{(merges ? $" AND {SystemFields.MasterRecordId} = null" : string.Empty)}",
            IncludeArchived = true,
        };

    /// <summary>What was deleted in the window, also past the recycle bin.</summary>
    public static ImportStep Deleted(string sObject, RecordKind kind) => Step(sObject, kind, StepReading.Deleted, RecordReason.Deleted);

    /// <summary>What the store holds by this selector, and the run has not read: for objects that are read in full.</summary>
    public static ImportStep Held(string sObject, RecordKind kind) => Step(sObject, kind, StepReading.Held, RecordReason.LeftSelection);

    /// <summary>Memberships that the store holds, and the run has not read.</summary>
    public static ImportStep HeldLinks(string sObject, RecordKind kind, LinkKind links) => Held(sObject, kind) with { Links = links };

    /// <summary>What changed in the window, and is not among what a condition selects.</summary>
    public static ImportStep Left(string sObject, RecordKind kind, string window) =>
        Step(sObject, kind, StepReading.Query, RecordReason.LeftSelection) with { Where = window };

    private static ImportStep Step(string sObject, RecordKind kind, StepReading reading, RecordReason gone) => new()
    {
        Object = sObject,
        Kind = kind,
        Reading = reading,
        Gone = gone,
        Fields = [new(SystemFields.Id, PropertyType.Text, [])],
        Count = 0,
        CountKind = CountKind.Exact,
        Transport = ImportTransport.Rest,
        ExpectedCalls = 0,
        Ceiling = 0,
    };
}
