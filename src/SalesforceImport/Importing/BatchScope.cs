using SalesforceImport.Mapping;
using SalesforceImport.Matching;

namespace SalesforceImport.Importing;

/// <summary>What holds for every batch of one kind in one attempt of a run.</summary>
internal sealed record BatchScope(string Run, long Epoch, SalesforceId Org, KindSchema Schema, MatchingRules Rules)
{
    /// <summary>Whether the list holds every row, and not only those that the run creates.</summary>
    public bool ListAll { get; init; }
}
