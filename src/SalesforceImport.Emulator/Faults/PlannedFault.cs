using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Faults;

/// <summary>A fault and the requests that it has seen. Not thread-safe.</summary>
internal sealed class PlannedFault(Fault fault)
{
    // Chance in a test must be the same chance again.
    private readonly Random _chance = new(fault.Seed);
    private int _seen;

    public Fault Fault => fault;

    /// <summary>Looks at a request; to be called once for each.</summary>
    public bool Strikes(RequestTarget target, string method)
    {
        if (!Matches(target, method))
        {
            return false;
        }

        var inTurn = ++_seen >= fault.CallNumber && (fault.Times is null || _seen < fault.CallNumber + fault.Times);
        return inTurn && (fault.Probability >= 1 || _chance.NextDouble() < fault.Probability);
    }

    private bool Matches(RequestTarget target, string method) =>
        (fault.Method is null || string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase))
        && (fault.PathContains is not { } text
            || (target.Path + target.Query).Contains(text, StringComparison.OrdinalIgnoreCase)
            || target.Decoded.Contains(text, StringComparison.OrdinalIgnoreCase));
}
