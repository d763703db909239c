using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>A condition given as SOQL, checked to be one whole condition.</summary>
internal sealed record SoqlTextCondition : RecordCondition
{
    [JsonConstructor]
    public SoqlTextCondition(string text)
    {
        SoqlConditionText.Check(text);
        Text = text;
    }

    [JsonPropertyName("text")]
    public string Text { get; }

    internal override int Depth => 1;
}
