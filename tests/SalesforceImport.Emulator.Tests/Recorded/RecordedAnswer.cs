namespace SalesforceImport.Emulator.Tests.Recorded;

/// <summary>A recorded answer and the request that the emulator answers likewise.</summary>
/// <param name="File">The file, below the recordings.</param>
/// <param name="Path">What to ask, in which <c>{Contact}</c> stands for the id of the first contact.</param>
/// <param name="Allowed">How the answers may differ.</param>
internal sealed record RecordedAnswer(string File, string Path, params KnownDifference[] Allowed)
{
    private const string Data = OrgClient.Version;

    public static IReadOnlyList<RecordedAnswer> All { get; } =
    [
        Describe("Account"), Describe("Contact"), Describe("Lead"), Describe("Opportunity"), Describe("OpportunityContactRole"), Describe("Event"),
        new("SFDO-Tooling__CumulusCI/describe/Global.describe.json", Data + "/sobjects", KnownDifference.Pages, KnownDifference.Later),
        new("jottley__spring-salesforce/account_desc.json", Data + "/sobjects/Account/describe", KnownDifference.Pages, KnownDifference.Later),
        new("mike4aday__SwiftlySalesforce/MockAccountMetadata.json", Data + "/sobjects/Account/describe", KnownDifference.Pages, KnownDifference.Later),
        new("restforce__restforce/sobject/sobject_describe_success_response.json", Data + "/sobjects/Account/describe", KnownDifference.Pages, KnownDifference.Later),
        new("jottley__spring-salesforce/sobjects.json", Data + "/sobjects", KnownDifference.Later),
        new("restforce__restforce/sobject/list_sobjects_success_response.json", Data + "/sobjects", KnownDifference.Later),
        new("jottley__spring-salesforce/account.json", Data + "/sobjects/Account", KnownDifference.Later),
        new("jottley__spring-salesforce/limits.json", Data + "/limits", KnownDifference.Limits, KnownDifference.Later),
        new("mike4aday__SwiftlySalesforce/MockLimits.json", Data + "/limits", KnownDifference.Limits, KnownDifference.Later),
        new("jottley__spring-salesforce/services.json", Data, KnownDifference.Resources, KnownDifference.Later),
        new("jottley__spring-salesforce/versions.json", "/services/data"),
        new("restforce__restforce/services_data_success_response.json", "/services/data"),
        new("mike4aday__SwiftlySalesforce/MockIdentity.json", "/id/{Organization}/{User}"),
        new("mike4aday__SwiftlySalesforce/MockAccount.json", Data + "/sobjects/Account/{Account}", KnownDifference.OwnFields),
        new("restforce__restforce/sobject/sobject_select_success_response.json", Data + "/sobjects/Contact/{Contact}?fields=LastName", KnownDifference.OwnFields),
        Query("jottley__spring-salesforce/query-count.json", "SELECT COUNT() FROM Contact", KnownDifference.Notes),
        Query("jottley__spring-salesforce/query-groupby.json", "SELECT LeadSource, COUNT(Name) FROM Lead GROUP BY LeadSource", KnownDifference.Notes),
        Query("jottley__spring-salesforce/query-parent2child.json", "SELECT Name, (SELECT LastName FROM Contacts) FROM Account", KnownDifference.Notes),
        Query("jottley__spring-salesforce/query-simple.json", "SELECT Name, Id FROM Contact", KnownDifference.Notes, KnownDifference.OwnFields),
        Query("mike4aday__SwiftlySalesforce/MockAggregateQueryResult.json", "SELECT WhatId, ActivityDate, Status, COUNT(Id) MyCount FROM Task GROUP BY WhatId, ActivityDate, Status LIMIT 7"),
        Query("restforce__restforce/sobject/query_aggregate_success_response.json", "SELECT CampaignId, SUM(Amount) FROM Opportunity GROUP BY CampaignId"),
        Query("restforce__restforce/sobject/query_empty_response.json", "SELECT Id FROM Lead WHERE Name = 'nobody at all'"),
        Query("restforce__restforce/sobject/query_error_response.json", "SELECT Nope FROM Lead"),
        Query("restforce__restforce/sobject/query_paginated_first_page_response.json", "SELECT Id FROM Contact", KnownDifference.OwnFields),
        Query("restforce__restforce/sobject/org_query_response.json", "SELECT Id FROM Organization"),
        new("restforce__restforce/sobject/sobject_find_error_response.json", Data + "/sobjects/Contact/23foo"),
        new("restforce__restforce/sobject/sobject_describe_error_response.json", Data + "/sobjects/Nope/describe"),
        new("restforce__restforce/sobject/get_updated_success_response.json", Data + "/sobjects/Account/updated?start=2026-07-01T11:00:00Z&end=2026-07-01T12:00:00Z"),
        new("restforce__restforce/sobject/get_deleted_success_response.json", Data + "/sobjects/Account/deleted?start=2026-07-01T11:00:00Z&end=2026-07-01T12:00:00Z"),
    ];

    private static RecordedAnswer Describe(string name) =>
        new($"SFDO-Tooling__CumulusCI/describe/{name}.describe.json", $"{Data}/sobjects/{name}/describe", KnownDifference.Pages, KnownDifference.Later);

    private static RecordedAnswer Query(string file, string soql, params KnownDifference[] allowed) => new(file, OrgClient.QueryPath(soql), allowed);
}
