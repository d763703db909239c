using System.Globalization;

namespace SalesforceImport.Importing;

/// <summary>Tells in what a run came to something else than its preview.</summary>
internal static class PreviewDrift
{
    public static IEnumerable<string> Notes(ImportPreview preview, ImportReport report)
    {
        foreach (var (sObject, was) in preview.Report.Objects)
        {
            var now = report.Objects.GetValueOrDefault(sObject) ?? new ObjectTally();
            string[] drifted =
            [
                .. new[]
                {
                    ("selected", was.Selected, now.Selected), ("created", was.Created, now.Created), ("updated", was.Updated, now.Updated),
                    ("unchanged", was.Unchanged, now.Unchanged), ("collapsed", was.Collapsed, now.Collapsed), ("skipped", was.Skipped, now.Skipped),
                    ("failed", was.Failed, now.Failed), ("gone", was.Gone, now.Gone),
                }
                    .Where(number => number.Item2 != number.Item3)
                    .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Item1} {number.Item3:N0} instead of {number.Item2:N0}")),
            ];
            if (drifted.Length > 0)
            {
                yield return $"{sObject}: drifted since the preview: {string.Join(", ", drifted)}.";
            }
        }
    }
}
