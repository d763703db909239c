using System.Text.Json;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Takes the tokens of a JSON document as they arrive.</summary>
internal abstract class JsonSink
{
    /// <summary>What is being read, for messages, as exactly as is known: "the field Lead.Description".</summary>
    public abstract string Where { get; }

    /// <summary>
    /// Takes tokens until the reader has no whole one left, or until it has reason to stop. Whatever it needs between two
    /// calls it keeps itself: the bytes of a token are gone with the next call.
    /// </summary>
    public abstract SinkState Take(ref Utf8JsonReader reader);
}
