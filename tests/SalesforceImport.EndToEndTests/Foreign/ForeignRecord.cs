namespace SalesforceImport.EndToEndTests.Foreign;

/// <summary>A record of the foreign org: its values as they stand in its JSON.</summary>
internal sealed record ForeignRecord(string Object, string Id, IReadOnlyDictionary<string, string> Values)
{
    public static IReadOnlyDictionary<string, string> LeadFields { get; } = new Dictionary<string, string>
    {
        ["Id"] = "id",
        ["CreatedDate"] = "datetime",
        ["Email"] = "email",
        ["IsConverted"] = "boolean",
        ["ConvertedContactId"] = "reference",
        ["FirstName"] = "string",
        ["LastName"] = "string",
        ["Company"] = "string",
        ["Description"] = "textarea",
        ["NumberOfEmployees"] = "int",
        ["AnnualRevenue"] = "currency",
        ["HasOptedOutOfEmail"] = "boolean",
    };

    public static IReadOnlyDictionary<string, string> ContactFields { get; } = new Dictionary<string, string>
    {
        ["Id"] = "id",
        ["CreatedDate"] = "datetime",
        ["Email"] = "email",
        ["FirstName"] = "string",
        ["LastName"] = "string",
        ["AccountId"] = "reference",
        ["Birthdate"] = "date",
        ["HasOptedOutOfEmail"] = "boolean",
    };

    private static readonly string[] Instants =
        ["2024-01-02T03:04:05.678+0000", "2024-01-02T03:04:05.678Z", "2024-01-02T03:04:05.678+00:00"];

    private static readonly string[] Names = ["Żółć", "O'Brien \"Bob\"", "李", "N/A"];

    public static IEnumerable<ForeignRecord> Of(string sObject) => sObject == "Lead"
        ? Enumerable.Range(1, 7).Select(Lead)
        : Enumerable.Range(1, 8).Select(Contact);

    private static ForeignRecord Lead(int number) => Create("Lead", "00Qxx000000000", number, new()
    {
        ["IsConverted"] = "false",
        ["ConvertedContactId"] = "null",
        ["Company"] = OddJson.Text("Ümlaut & Söhne"),
        ["Description"] = OddJson.Text("one\n\"two\"\\three"),
        ["NumberOfEmployees"] = number == 2 ? "3.0e2" : "300.0",
        ["AnnualRevenue"] = "1234567.25",
    });

    private static ForeignRecord Contact(int number) => Create("Contact", "003xx000000000", number, new()
    {
        ["AccountId"] = "null",
        ["Account"] = "null",
        ["Birthdate"] = "\"1980-02-29\"",
    });

    private static ForeignRecord Create(string sObject, string prefix, int number, Dictionary<string, string> values)
    {
        string id = SalesforceId18.From($"{prefix}{number}");
        values["Id"] = OddJson.Text(id);
        values["CreatedDate"] = OddJson.Text(Instants[number % Instants.Length]);
        values["Email"] = number == 3 ? "null" : OddJson.Text($"{sObject}.{number}@Example.org");
        values["FirstName"] = number == 4 ? "null" : OddJson.Text(Names[number % Names.Length]);
        values["LastName"] = OddJson.Text($"{sObject} {number}");
        values["HasOptedOutOfEmail"] = number % 2 == 0 ? "true" : "false";
        return new(sObject, id, values);
    }
}
