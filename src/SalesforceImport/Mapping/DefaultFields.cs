namespace SalesforceImport.Mapping;

/// <summary>The field maps a host starts from. Leads and contacts fill the same properties wherever they mean the same.</summary>
internal static class DefaultFields
{
    public static IEnumerable<FieldMapping> For(string sObject) => sObject switch
    {
        "Lead" => Lead,
        "Contact" => Contact,
        _ => throw new ArgumentOutOfRangeException(nameof(sObject), sObject, "There is no default map for this object."),
    };

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
        Plain("AccountId", "AccountSalesforceId"),
        Plain("Department", "Department"),
        Plain("HomePhone", "HomePhone"),
        Plain("Birthdate", "Birthdate", PropertyType.Date),
        Plain("MailingStreet", "Street"),
        Plain("MailingCity", "City"),
        Plain("MailingState", "State"),
        Plain("MailingPostalCode", "PostalCode"),
        Plain("MailingCountry", "Country"),
    ];

    private static FieldMapping Plain(string field, string property, PropertyType type = PropertyType.Text) =>
        new(field, property, SyncRule.AlwaysSalesforce, IsOptOut: false, type);

    private static FieldMapping OptOut(string field, string property) =>
        new(field, property, SyncRule.AlwaysSalesforce, IsOptOut: true, PropertyType.Boolean);
}
