namespace SalesforceImport.Benchmarks;

/// <summary>A whole object read from the org, and thrown away.</summary>
/// <param name="Transport">How it was read.</param>
/// <param name="Rows">Rows, as the org counts them.</param>
/// <param name="Bytes">Bytes of the bodies.</param>
/// <param name="Requests">Requests that it took.</param>
/// <param name="Seconds">Seconds from the first request to the last byte.</param>
/// <param name="ProcessorSeconds">Seconds of processor time that the org took meanwhile.</param>
internal sealed record Serving(string Transport, long Rows, long Bytes, int Requests, double Seconds, double ProcessorSeconds)
{
    public double RowsPerSecond => Rows / Seconds;
}
