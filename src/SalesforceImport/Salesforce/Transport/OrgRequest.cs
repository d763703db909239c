using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>A counted request to the org's API.</summary>
internal sealed record OrgRequest
{
    /// <summary>The path and query under the instance's address, or a whole address on the same host.</summary>
    public required string Target { get; init; }

    public required ApiCallKind Kind { get; init; }

    /// <summary>What is being done, for messages: "the query of Lead".</summary>
    public required string What { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>What to do; to read, unless said otherwise.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>The JSON sent along; null for nothing.</summary>
    public byte[]? Json { get; init; }

    /// <summary>The kind of answer wanted.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>
    /// Whether the request may be sent again when nobody knows what became of it. False for what makes something: the one
    /// who asks has to look first. An expired session is no such case, for then the org did nothing.
    /// </summary>
    public bool MayRepeat { get; init; } = true;

    /// <summary>The page size to ask for; null for requests that have no pages.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Whether this asks for a further page, by a locator that dies with its session.</summary>
    public bool IsContinuation { get; init; }
}
