using SalesforceImport.Emulator.Faults.Named;

namespace SalesforceImport.Emulator;

/// <summary>Every fault that can be ordered by name. Thread-safe.</summary>
public static class NamedFaults
{
    /// <summary>The faults, sign-in first, the network last.</summary>
    public static IReadOnlyList<NamedFault> All { get; } =
        [.. SignInFaults.All, .. LimitFaults.All, .. QueryFaults.All, .. WriteFaults.All, .. BulkFaults.All, .. NetworkFaults.All];

    /// <summary>Finds a fault.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static NamedFault Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(fault => fault.Name == name)
            ?? throw new ArgumentException($"There is no fault '{name}'. There are: {string.Join(", ", All.Select(fault => fault.Name))}.", nameof(name));
    }
}
