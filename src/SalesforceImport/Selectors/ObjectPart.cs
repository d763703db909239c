namespace SalesforceImport.Selectors;

/// <summary>An object's own records.</summary>
/// <param name="SObject">Its API name.</param>
/// <param name="Where">Which of its records; null for all.</param>
internal sealed record ObjectPart(string SObject, RecordCondition? Where) : SelectorPart
{
    public override string? Setting => SObject switch
    {
        "Account" => nameof(SalesforceImportOptions.AccountSync),
        "Opportunity" => nameof(SalesforceImportOptions.OpportunitySync),
        _ => null,
    };
}
