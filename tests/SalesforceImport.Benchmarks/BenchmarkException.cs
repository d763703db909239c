namespace SalesforceImport.Benchmarks;

/// <summary>Something that the benchmark needs is not there, or went wrong.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
