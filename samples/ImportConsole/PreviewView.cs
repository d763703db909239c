namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Shows what an import would change, as it is found; the rows that it would make are only counted.</summary>
internal sealed class PreviewView(Screen screen)
{
    private const int ChangesShown = 50;

    private long _created;
    private long _changed;
    private long _links;

    public ValueTask ObserveAsync(PreviewedBatch batch)
    {
        _links += batch.LinksPut + batch.LinksDropped;
        foreach (var row in batch.Rows)
        {
            if (row.Change == PreviewedRowChange.Create)
            {
                _created++;
            }
            else if (row.Change != PreviewedRowChange.Update || row.Properties.Count > 0)
            {
                Show(row);
            }
        }

        return ValueTask.CompletedTask;
    }

    public void Conclude(ImportPreview preview)
    {
        if (_changed > ChangesShown)
        {
            screen.Line($"… and {Format.Number(_changed - ChangesShown)} more.");
        }

        screen.Line();
        screen.Show(ReportView.Accounting(screen, preview.Report, $"Preview of plan {preview.PlanHash}"));
        screen.Line(
            $"An import now would make {Format.Count(_created, "row")}, change or remove {Format.Number(_changed)}, and put or drop {Format.Count(_links, "link")}. Nothing was imported. {Format.Count(preview.Report.Calls.Used, "API call")} used.");
    }

    private void Show(PreviewedRow row)
    {
        if (++_changed > ChangesShown)
        {
            return;
        }

        screen.Line(row.Change switch
        {
            PreviewedRowChange.Delete => $"{row.Kind} {row.RowId}: would be deleted.",
            PreviewedRowChange.Merge => $"{row.Kind} {row.RowId}: would be merged into {row.MergedInto}.",
            _ => $"{row.Kind} {row.RowId}: {string.Join("; ", row.Properties.Select(Describe))}",
        });
    }

    private static string Describe(PreviewedProperty property) =>
        $"{property.Name} '{property.Before}' -> '{property.After}' ({(property.IsOptOut ? "opt-out" : property.Rule)})";
}
