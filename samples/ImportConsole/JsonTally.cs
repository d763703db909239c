namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonTally(long Selected, long Created, long Updated, long Unchanged, long Collapsed, long Skipped, long Failed, long Gone)
{
    public static JsonTally Of(ObjectTally tally) =>
        new(tally.Selected, tally.Created, tally.Updated, tally.Unchanged, tally.Collapsed, tally.Skipped, tally.Failed, tally.Gone);
}
