namespace SalesforceImport.Planning;

/// <summary>What is to be saved where a step can be read by more than one transport.</summary>
public enum TransportPreference
{
    /// <summary>API calls: the default, for they are what an org has little of.</summary>
    FewestCalls,

    /// <summary>Time.</summary>
    Fastest,
}
