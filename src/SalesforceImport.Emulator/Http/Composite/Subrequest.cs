namespace SalesforceImport.Emulator.Http.Composite;

/// <summary>A request inside another.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The path and query string.</param>
/// <param name="Body">The JSON that it carries; empty for none.</param>
/// <param name="Headers">Its own headers.</param>
internal sealed record Subrequest(string Method, string Url, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers);
