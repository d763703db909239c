using System.Text;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The org itself and its users; the first user is the one that integrations run as.</summary>
internal static class StaffGenerator
{
    private static readonly IdSpace Profiles = new("00e", 0x9E);

    /// <summary>The user name that integrations sign in with.</summary>
    public static string UsernameOf(ulong seed, long user) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(user == 0 ? "integration" : $"user{user}")}@org{Mix.Of(seed, 0, 0x99) % 100_000:D5}.example");

    public static ObjectTable BuildUsers(GeneratorContext context)
    {
        var table = context.Start("User", OrgSizes.Users);
        var people = new PersonWriter(context.Seed, 0x90);
        void Text(string field, Func<long, string> value) => table.Columns.Add(field, (row, cell) => cell.Begin().Append(Encoding.UTF8.GetBytes(value(row.Row))));
        table.Columns.Add("FirstName", (row, cell) => cell.SetText(row.Row == 0 ? "Integration"u8.ToArray() : people.FirstNameOf(row.Row)));
        table.Columns.Add("LastName", (row, cell) => cell.SetText(row.Row == 0 ? "User"u8.ToArray() : people.LastNameOf(row.Row)));
        PersonColumns.DeriveName(table);
        Text("Username", row => UsernameOf(context.Seed, row));
        Text("Email", row => UsernameOf(context.Seed, row));
        Text("Alias", row => row == 0 ? "integ" : $"user{row}");
        table.Columns.Add("IsActive", static (row, cell) => cell.SetBoolean(row.Row != 7));
        Text("TimeZoneSidKey", static _ => "America/Los_Angeles");
        Text("LocaleSidKey", static _ => "en_US");
        Text("LanguageLocaleKey", static _ => "en_US");
        Text("UserType", static _ => "Standard");
        table.Columns.Add("ProfileId", static (_, cell) => cell.SetId(Profiles.At(0)));
        return table;
    }

    public static ObjectTable BuildOrganization(GeneratorContext context)
    {
        var table = context.Start("Organization", 1);
        void Text(string field, string value) => table.Columns.Add(field, (_, cell) => cell.SetText(Encoding.UTF8.GetBytes(value)));
        Text("Name", "Emulated Org");
        Text("Country", "US");
        Text("SignupCountryIsoCode", "US");
        Text("PrimaryContact", "Integration User");
        Text("DefaultAccountAccess", "Edit");
        Text("DefaultContactAccess", "ControlledByParent");
        Text("DefaultOpportunityAccess", "Edit");
        Text("DefaultLeadAccess", "ReadEditTransfer");
        Text("DefaultCampaignAccess", "All");
        table.Columns.Add("FiscalYearStartMonth", static (_, cell) => cell.SetInteger(1));
        Text("OrganizationType", "Developer Edition");
        Text("InstanceName", "EM1");
        Text("DefaultLocaleSidKey", "en_US");
        Text("LanguageLocaleKey", "en_US");
        Text("TimeZoneSidKey", "America/Los_Angeles");
        return table;
    }
}
