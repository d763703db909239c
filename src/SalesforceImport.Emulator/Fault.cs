namespace SalesforceImport.Emulator;

/// <summary>Something that is to go wrong: which requests it strikes, and what happens to them.</summary>
public sealed class Fault
{
    /// <summary>Strikes only requests whose path and query, as sent or decoded, hold this text in any casing; null, the default, strikes any.</summary>
    public string? PathContains { get; init; }

    /// <summary>The name that it was ordered by; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Strikes only requests of this HTTP method; null, the default, strikes any.</summary>
    public string? Method { get; init; }

    /// <summary>The first of these requests to be struck, counted from 1 since the fault was added. Default 1.</summary>
    public int CallNumber { get; init; } = 1;

    /// <summary>How many of these requests, one after the other, are struck; null for all that follow. Default 1.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How likely each of the requests that could be struck is to be struck, from 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>What chance is made from: the same seed strikes the same requests. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What happens.</summary>
    public required FaultAction Action { get; init; }
}
