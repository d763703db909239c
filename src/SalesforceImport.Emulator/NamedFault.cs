namespace SalesforceImport.Emulator;

/// <summary>A fault that was seen in the field, under a name. Immutable.</summary>
/// <param name="Name">The name, such as <c>maintenance-html</c>.</param>
/// <param name="Description">What the caller meets.</param>
/// <param name="PathContains">Which requests it strikes by default, as <see cref="Fault.PathContains"/>; null for any.</param>
/// <param name="Action">What happens.</param>
/// <param name="Times">How many requests it strikes by default, as <see cref="Fault.Times"/>; null for all.</param>
public sealed record NamedFault(string Name, string Description, string? PathContains, FaultAction Action, int? Times = 1)
{
    /// <summary>Makes the fault that can be planned.</summary>
    /// <param name="callNumber">The first of the requests in question that it strikes, from 1.</param>
    /// <returns>The fault.</returns>
    public Fault ToFault(int callNumber = 1) => new() { Name = Name, PathContains = PathContains, CallNumber = callNumber, Times = Times, Action = Action };
}
