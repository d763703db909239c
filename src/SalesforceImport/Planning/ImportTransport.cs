namespace SalesforceImport.Planning;

/// <summary>How a step reads its records.</summary>
public enum ImportTransport
{
    /// <summary>Pages of a REST query.</summary>
    Rest,
}
