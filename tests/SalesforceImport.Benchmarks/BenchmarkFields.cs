using SalesforceImport.Mapping;

namespace SalesforceImport.Benchmarks;

/// <summary>The twenty fields that the benchmark imports: text long and short, a date, an instant and two opt-outs.</summary>
internal static class BenchmarkFields
{
    private static readonly string[] Texts =
    [
        "Email", "Salutation", "FirstName", "LastName", "Title", "Department", "Phone", "MobilePhone", "HomePhone", "Fax",
        "LeadSource", "Description", "MailingStreet", "MailingCity", "MailingPostalCode", "MailingCountry",
    ];

    /// <summary>The query for these fields of every contact.</summary>
    public static string Soql => $"SELECT Id, {string.Join(", ", Texts)}, Birthdate, CreatedDate, HasOptedOutOfEmail FROM Contact";

    public static void Set(SalesforceImportOptions options)
    {
        Set(options.ContactFields.Clear());

        // Leads are not imported here; they only must not add columns.
        options.LeadFields.Clear().Map("Email", "Email", type: PropertyType.Text);
    }

    private static void Set(FieldMap map)
    {
        foreach (string field in Texts)
        {
            map.Map(field, field, type: PropertyType.Text);
        }

        map.Map("Birthdate", "Birthdate", type: PropertyType.Date)
            .Map("CreatedDate", "SalesforceCreatedAt", type: PropertyType.DateTime)
            .MapOptOut("HasOptedOutOfEmail", "EmailOptOut")
            .MapOptOut("DoNotCall", "DoNotCall");
    }
}
