namespace SalesforceImport.Mapping;

/// <summary>The field maps a host starts from. Leads and contacts fill the same properties wherever they mean the same.</summary>
internal static class DefaultFields
{
    public static IEnumerable<FieldMapping> For(string sObject) => sObject switch
    {
        "Lead" => Lead,
        "Contact" => Contact,
        "Account" => Account,
        "Opportunity" => Opportunity,
        "Task" => Task,
        "Event" => Event,
        _ => throw new ArgumentOutOfRangeException(nameof(sObject), sObject, "There is no default map for this object."),
    };

    /// <summary>The property by which a contact or an opportunity knows its account.</summary>
    public const string AccountReference = "AccountSalesforceId";

    /// <summary>What is read and kept even where the host has not mapped it: without it a row could not be tied to its account later.</summary>
    public static IEnumerable<FieldMapping> KeptReferences(string sObject) =>
        sObject is "Contact" or "Opportunity" ? [Plain("AccountId", AccountReference)] : [];

    /// <summary>Whether a field says that somebody has opted out of something.</summary>
    public static bool IsConsent(string field) =>
        Person.Any(mapping => mapping.IsOptOut && string.Equals(mapping.Field, field, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<FieldMapping> Person =>
    [
        Plain("Email", "Email"),
        Plain("Salutation", "Salutation"),
        Plain("FirstName", "FirstName"),
        Plain("LastName", "LastName"),
        Plain("Title", "Title"),
        Plain("Phone", "Phone"),
        Plain("MobilePhone", "MobilePhone"),
        Plain("Fax", "Fax"),
        Plain("LeadSource", "LeadSource"),
        Plain("Description", "Description"),
        Plain("OwnerId", "OwnerSalesforceId"),
        Plain("CreatedDate", "SalesforceCreatedAt", PropertyType.DateTime),
        OptOut("HasOptedOutOfEmail", "EmailOptOut"),
        OptOut("HasOptedOutOfFax", "FaxOptOut"),
        OptOut("DoNotCall", "DoNotCall"),
    ];

    private static IEnumerable<FieldMapping> Lead =>
    [
        .. Person,
        Plain("Company", "Company"),
        Plain("Website", "Website"),
        Plain("Street", "Street"),
        Plain("City", "City"),
        Plain("State", "State"),
        Plain("PostalCode", "PostalCode"),
        Plain("Country", "Country"),
        Plain("Industry", "Industry"),
        Plain("Rating", "Rating"),
        Plain("Status", "LeadStatus"),
        Plain("AnnualRevenue", "AnnualRevenue", PropertyType.Decimal),
        Plain("NumberOfEmployees", "NumberOfEmployees", PropertyType.Integer),
    ];

    private static IEnumerable<FieldMapping> Contact =>
    [
        .. Person,
        Plain("Account.Name", "Company"),
        Plain("AccountId", AccountReference),
        Plain("Department", "Department"),
        Plain("HomePhone", "HomePhone"),
        Plain("Birthdate", "Birthdate", PropertyType.Date),
        Plain("MailingStreet", "Street"),
        Plain("MailingCity", "City"),
        Plain("MailingState", "State"),
        Plain("MailingPostalCode", "PostalCode"),
        Plain("MailingCountry", "Country"),
    ];

    private static IEnumerable<FieldMapping> Account =>
    [
        Plain("Name", "Name"),
        Plain("AccountNumber", "AccountNumber"),
        Plain("Type", "Type"),
        Plain("Industry", "Industry"),
        Plain("Website", "Website"),
        Plain("Phone", "Phone"),
        Plain("Fax", "Fax"),
        Plain("BillingStreet", "Street"),
        Plain("BillingCity", "City"),
        Plain("BillingState", "State"),
        Plain("BillingPostalCode", "PostalCode"),
        Plain("BillingCountry", "Country"),
        Plain("AnnualRevenue", "AnnualRevenue", PropertyType.Decimal),
        Plain("NumberOfEmployees", "NumberOfEmployees", PropertyType.Integer),
        Plain("Description", "Description"),
        Plain("ParentId", "ParentSalesforceId"),
        Plain("OwnerId", "OwnerSalesforceId"),
        Plain("CreatedDate", "SalesforceCreatedAt", PropertyType.DateTime),
    ];

    private static IEnumerable<FieldMapping> Opportunity =>
    [
        Plain("Name", "Name"),
        Plain("AccountId", AccountReference),
        Plain("StageName", "Stage"),
        Plain("Amount", "Amount", PropertyType.Decimal),
        Plain("Probability", "Probability", PropertyType.Decimal),
        Plain("CloseDate", "CloseDate", PropertyType.Date),
        Plain("Type", "Type"),
        Plain("LeadSource", "LeadSource"),
        Plain("NextStep", "NextStep"),
        Plain("ForecastCategoryName", "ForecastCategory"),
        Plain("IsClosed", "IsClosed", PropertyType.Boolean),
        Plain("IsWon", "IsWon", PropertyType.Boolean),
        Plain("Description", "Description"),
        Plain("CampaignId", "CampaignSalesforceId"),
        Plain("OwnerId", "OwnerSalesforceId"),
        Plain("CreatedDate", "SalesforceCreatedAt", PropertyType.DateTime),
    ];

    private static IEnumerable<FieldMapping> Activity =>
    [
        Plain("Subject", "Subject"),
        Plain("ActivityDate", "ActivityDate", PropertyType.Date),
        Plain("Description", "Description"),
        Plain("IsArchived", "IsArchived", PropertyType.Boolean),
        Plain("WhoId", "WhoSalesforceId"),
        Plain("WhatId", "WhatSalesforceId"),
        Plain("AccountId", AccountReference),
        Plain("OwnerId", "OwnerSalesforceId"),
        Plain("CreatedDate", "SalesforceCreatedAt", PropertyType.DateTime),
    ];

    private static IEnumerable<FieldMapping> Task =>
    [
        .. Activity,
        Plain("Status", "Status"),
        Plain("Priority", "Priority"),
        Plain("TaskSubtype", "Subtype"),
        Plain("IsClosed", "IsClosed", PropertyType.Boolean),
        Plain("CompletedDateTime", "CompletedAt", PropertyType.DateTime),
        Plain("CallType", "CallType"),
        Plain("CallDurationInSeconds", "CallDurationInSeconds", PropertyType.Integer),
        Plain("CallDisposition", "CallDisposition"),
    ];

    private static IEnumerable<FieldMapping> Event =>
    [
        .. Activity,
        Plain("EventSubtype", "Subtype"),
        Plain("Location", "Location"),
        Plain("IsAllDayEvent", "IsAllDay", PropertyType.Boolean),
        Plain("StartDateTime", "StartsAt", PropertyType.DateTime),
        Plain("EndDateTime", "EndsAt", PropertyType.DateTime),
    ];

    private static FieldMapping Plain(string field, string property, PropertyType type = PropertyType.Text) =>
        new(field, property, SyncRule.AlwaysSalesforce, IsOptOut: false, type);

    private static FieldMapping OptOut(string field, string property) =>
        new(field, property, SyncRule.AlwaysSalesforce, IsOptOut: true, PropertyType.Boolean);
}
