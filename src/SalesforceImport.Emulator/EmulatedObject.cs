namespace SalesforceImport.Emulator;

/// <summary>
/// A custom object for <see cref="EmulatedOrg.AddObject"/>. Besides its own fields it has those that every object has: Id, Name,
/// OwnerId, IsDeleted and the times and users of creation and change. Read once; later changes have no effect.
/// </summary>
public sealed class EmulatedObject
{
    /// <summary>Names an object.</summary>
    /// <param name="name">The name, which ends in <c>__c</c>.</param>
    /// <param name="fields">Its own fields.</param>
    public EmulatedObject(string name, params IReadOnlyList<EmulatedField> fields) => (Name, Fields) = (name, fields);

    /// <summary>The object's name.</summary>
    public string Name { get; }

    /// <summary>Its own fields.</summary>
    public IReadOnlyList<EmulatedField> Fields { get; }

    /// <summary>What people read. Default the name without its ending.</summary>
    public string? Label { get; set; }

    /// <summary>What people read of several. Default the label with an s.</summary>
    public string? LabelPlural { get; set; }
}
