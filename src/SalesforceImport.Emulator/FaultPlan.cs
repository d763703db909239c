using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator;

/// <summary>What is to go wrong with an emulator. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(Fault Fault, int[] Seen)> _faults = [];

    internal FaultPlan()
    {
    }

    /// <summary>Plans a fault. Where several strike the same request, the first that was added does.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(fault.Action);
        lock (_lock)
        {
            _faults.Add((fault, [0]));
        }
    }

    /// <summary>Drops all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    internal FaultAction? Next(RequestTarget target)
    {
        lock (_lock)
        {
            FaultAction? struck = null;
            foreach (var (fault, seen) in _faults)
            {
                if (Matches(fault, target) && ++seen[0] >= fault.CallNumber
                    && (fault.Times is null || seen[0] < fault.CallNumber + fault.Times))
                {
                    struck ??= fault.Action;
                }
            }

            return struck;
        }
    }

    private static bool Matches(Fault fault, RequestTarget target) =>
        fault.PathContains is not { } text
        || (target.Path + target.Query).Contains(text, StringComparison.OrdinalIgnoreCase)
        || target.Decoded.Contains(text, StringComparison.OrdinalIgnoreCase);
}
