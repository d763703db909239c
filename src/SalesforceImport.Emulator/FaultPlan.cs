using SalesforceImport.Emulator.Faults;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator;

/// <summary>What is to go wrong with an emulator. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<PlannedFault> _faults = [];

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
            _faults.Add(new PlannedFault(fault));
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

    /// <summary>The faults planned, those that will not strike any more included.</summary>
    /// <returns>A copy.</returns>
    public IReadOnlyList<Fault> ToList()
    {
        lock (_lock)
        {
            return [.. _faults.Select(planned => planned.Fault)];
        }
    }

    internal FaultAction? Next(RequestTarget target, string method)
    {
        lock (_lock)
        {
            FaultAction? struck = null;
            foreach (var planned in _faults.Where(planned => planned.Strikes(target, method)))
            {
                struck ??= planned.Fault.Action;
            }

            return struck;
        }
    }
}
