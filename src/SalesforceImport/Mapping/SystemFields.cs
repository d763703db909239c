namespace SalesforceImport.Mapping;

/// <summary>Fields that the library reads for itself, mapped or not: identity, rank, edges, matching.</summary>
internal static class SystemFields
{
    public const string Id = "Id";
    public const string CreatedDate = "CreatedDate";
    public const string Email = "Email";
    public const string IsConverted = "IsConverted";
    public const string ConvertedContactId = "ConvertedContactId";
    public const string IsPersonAccount = "IsPersonAccount";
    public const string WhoId = "WhoId";
    public const string IsDeleted = "IsDeleted";
    public const string MasterRecordId = "MasterRecordId";
    public const string SystemModstamp = "SystemModstamp";

    public static IReadOnlyList<(string Field, PropertyType Type)> For(string sObject) => sObject switch
    {
        "Lead" => [(Id, PropertyType.Text), (CreatedDate, PropertyType.DateTime), (Email, PropertyType.Text), (IsConverted, PropertyType.Boolean), (ConvertedContactId, PropertyType.Text)],
        "Contact" => [(Id, PropertyType.Text), (CreatedDate, PropertyType.DateTime), (Email, PropertyType.Text)],
        "Account" => [(Id, PropertyType.Text), (CreatedDate, PropertyType.DateTime), (IsPersonAccount, PropertyType.Boolean)],
        "Task" or "Event" => [(Id, PropertyType.Text), (CreatedDate, PropertyType.DateTime), (WhoId, PropertyType.Text)],
        _ => [(Id, PropertyType.Text), (CreatedDate, PropertyType.DateTime)],
    };
}
