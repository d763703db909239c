namespace SalesforceImport.Tests.Selectors;

internal static class LeadDescription
{
    public static SObjectDescription Value { get; } = new("Lead", "00Q",
    [
        Field("Id", "id"),
        Field("FirstName", "string"),
        Field("LastName", "string"),
        Field("Name", "string"),
        Field("Email", "email"),
        Field("Phone", "phone"),
        Field("MobilePhone", "phone"),
        Field("Country", "string"),
        Field("CountryCode", "picklist"),
        Field("Region__c", "picklist"),
        Field("Interests__c", "multipicklist"),
        Field("Description", "textarea", filterable: false),
        Field("Address", "address"),
        Field("DoNotCall", "boolean"),
        Field("NumberOfEmployees", "int"),
        Field("AnnualRevenue", "currency"),
        Field("Birthday__c", "date"),
        Field("CallAt__c", "time"),
        Field("CreatedDate", "datetime"),
        Field("SystemModstamp", "datetime"),
        Field("Odd__c", "anythingnew"),
        new("OwnerId", "reference", 18, Filterable: true, Calculated: false, "Owner", ["User", "Group"]),
        new("Company__c", "reference", 18, Filterable: true, Calculated: false, "Company__r", ["Account"]),
    ]);

    private static SObjectField Field(string name, string type, bool filterable = true) =>
        new(name, type, 255, filterable, Calculated: false, RelationshipName: null, ReferenceTo: []);
}
