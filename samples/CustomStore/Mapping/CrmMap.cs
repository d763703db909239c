using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>Which property fills which member. What is mapped and not named here goes to <see cref="ImportedEntity.MoreFields"/>.</summary>
internal static class CrmMap
{
    private static readonly Member[] Customers =
    [
        MembersOf<Customer>.Text("FirstName", row => row.GivenName, (row, value) => row.GivenName = value),
        MembersOf<Customer>.Text("LastName", row => row.FamilyName, (row, value) => row.FamilyName = value),
        MembersOf<Customer>.Text("Email", row => row.EmailAddress, (row, value) => row.EmailAddress = value),
        MembersOf<Customer>.Text("Title", row => row.Position, (row, value) => row.Position = value),
        MembersOf<Customer>.Text("Company", row => row.Employer, (row, value) => row.Employer = value),
        MembersOf<Customer>.Text("Phone", row => row.Telephone, (row, value) => row.Telephone = value),
        MembersOf<Customer>.Text("City", row => row.Town, (row, value) => row.Town = value),
        MembersOf<Customer>.Text("Country", row => row.CountryName, (row, value) => row.CountryName = value),
        MembersOf<Customer>.Text("AccountSalesforceId", row => row.CompanySalesforceId, (row, value) => row.CompanySalesforceId = value),
        MembersOf<Customer>.Day("Birthdate", row => row.BornOn, (row, value) => row.BornOn = value),
        MembersOf<Customer>.Money("AnnualRevenue", row => row.Turnover, (row, value) => row.Turnover = value),
        MembersOf<Customer>.Flag("EmailOptOut", row => row.NoNewsletter, (row, value) => row.NoNewsletter = value),
    ];

    private static readonly Member[] Companies =
    [
        MembersOf<Company>.Text("Name", row => row.LegalName, (row, value) => row.LegalName = value),
        MembersOf<Company>.Text("Industry", row => row.Branch, (row, value) => row.Branch = value),
        MembersOf<Company>.Text("Website", row => row.Homepage, (row, value) => row.Homepage = value),
        MembersOf<Company>.Text("City", row => row.Town, (row, value) => row.Town = value),
        MembersOf<Company>.Number("NumberOfEmployees", row => row.Employees, (row, value) => row.Employees = value),
        MembersOf<Company>.Money("AnnualRevenue", row => row.Turnover, (row, value) => row.Turnover = value),
    ];

    private static readonly Member[] Deals =
    [
        MembersOf<Deal>.Text("Name", row => row.Subject, (row, value) => row.Subject = value),
        MembersOf<Deal>.Text("Stage", row => row.Phase, (row, value) => row.Phase = value),
        MembersOf<Deal>.Text("AccountSalesforceId", row => row.CompanySalesforceId, (row, value) => row.CompanySalesforceId = value),
        MembersOf<Deal>.Money("Amount", row => row.Value, (row, value) => row.Value = value),
        MembersOf<Deal>.Day("CloseDate", row => row.ExpectedOn, (row, value) => row.ExpectedOn = value),
        MembersOf<Deal>.Flag("IsWon", row => row.Won, (row, value) => row.Won = value),
    ];

    private static readonly Member[] Activities =
    [
        MembersOf<Activity>.Text("Subject", row => row.Subject, (row, value) => row.Subject = value),
        MembersOf<Activity>.Text("Status", row => row.Progress, (row, value) => row.Progress = value),
        MembersOf<Activity>.Day("ActivityDate", row => row.DueOn, (row, value) => row.DueOn = value),
        MembersOf<Activity>.Flag("IsClosed", row => row.Done, (row, value) => row.Done = value),
        MembersOf<Activity>.Time("CompletedAt", row => row.DoneAt, (row, value) => row.DoneAt = value),
    ];

    public static IReadOnlyList<Member> MembersFor(RecordKind kind) => kind switch
    {
        RecordKind.Contact => Customers,
        RecordKind.Account => Companies,
        RecordKind.Opportunity => Deals,
        _ => Activities,
    };

    public static ImportedEntity CreateRow(RecordKind kind) => kind switch
    {
        RecordKind.Contact => new Customer(),
        RecordKind.Account => new Company(),
        RecordKind.Opportunity => new Deal(),
        _ => new Activity(),
    };

    public static RecordKind KindOf(ImportedEntity row) => row switch
    {
        Customer => RecordKind.Contact,
        Company => RecordKind.Account,
        Deal => RecordKind.Opportunity,
        _ => RecordKind.Task,
    };
}
