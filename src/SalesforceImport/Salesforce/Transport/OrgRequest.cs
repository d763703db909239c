using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>A counted request to the org's API.</summary>
internal sealed class OrgRequest
{
    /// <summary>The path and query under the instance's address, or a whole address on the same host.</summary>
    public required string Target { get; init; }

    public required ApiCallKind Kind { get; init; }

    /// <summary>What is being done, for messages: "the query of Lead".</summary>
    public required string What { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>The page size to ask for; null for requests that have no pages.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Whether this asks for a further page, by a locator that dies with its session.</summary>
    public bool IsContinuation { get; init; }
}
