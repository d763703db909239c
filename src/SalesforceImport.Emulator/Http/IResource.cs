namespace SalesforceImport.Emulator.Http;

/// <summary>A resource of the data API.</summary>
internal interface IResource
{
    /// <summary>The path below the version, in which <c>*</c> stands for any part.</summary>
    string Pattern { get; }

    /// <summary>The methods it takes; HEAD comes with GET.</summary>
    IReadOnlyList<string> Methods { get; }

    /// <summary>Answers a request.</summary>
    /// <exception cref="ApiException">The org refuses it.</exception>
    Task AnswerAsync(Exchange exchange);
}
