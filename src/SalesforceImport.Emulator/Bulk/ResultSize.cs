using SalesforceImport.Emulator.Querying;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>How large a result is, without writing it: exact for small ones, else from rows here and there.</summary>
internal static class ResultSize
{
    private const int Samples = 128;

    public static long Estimate(BulkQuery query, CsvFormat format, RowSequence rows)
    {
        var writer = new CsvWriter(query.Columns, format);
        writer.WriteHeader();
        var header = writer.Written.Length;
        var reader = query.NewReader();
        var step = Math.Max(1, rows.Count / Samples);
        long sampled = 0;
        for (var position = 0L; position < rows.Count; position += step)
        {
            writer.WriteRow(reader.MoveTo(rows.From(position).First()));
            sampled++;
        }

        return sampled == 0 ? header : header + (long)((double)(writer.Written.Length - header) * rows.Count / sampled);
    }
}
