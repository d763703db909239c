namespace SalesforceImport.Stores;

/// <summary>The identity of a Salesforce record: ids are unique only within their org (a sandbox copy has production's ids).</summary>
/// <param name="Org">The org's id.</param>
/// <param name="Id">The record's id.</param>
public readonly record struct SourceKey(SalesforceId Org, SalesforceId Id);
