using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects the activities of the imported contacts and leads, archived ones included.</summary>
public sealed record TasksOfContactsSelector : RecordSelector
{
    [JsonConstructor]
    internal TasksOfContactsSelector(bool includeEvents) => IncludeEvents = includeEvents;

    /// <summary>Whether events are imported beside tasks.</summary>
    [JsonPropertyName("includeEvents")]
    public bool IncludeEvents { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new TasksPart(IncludeEvents)];

    private protected override string Describe() => IncludeEvents
        ? "tasks and events of the imported contacts"
        : "tasks of the imported contacts";
}
