using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing.Undoing;

/// <summary>What the application does to rows beside the imports.</summary>
internal static class HostRows
{
    /// <summary>Makes the tables, as the first import would.</summary>
    public static async Task PrepareAsync(InMemoryDatabase database)
    {
        using var store = new InMemoryContactStore(database);
        await store.PrepareAsync([BatchHarness.Schema.Store]);
    }

    public static long Insert(InMemoryDatabase database, string email) => database.Insert(
        RecordKind.Contact,
        new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText(email), ["Title"] = FieldValue.FromText("host") });

    /// <summary>Writes one property; false where the row is not there.</summary>
    public static bool TryUpdate(InMemoryDatabase database, long id, string property, FieldValue value)
    {
        try
        {
            database.Update(RecordKind.Contact, id, property, value);
            return true;
        }
        catch (SalesforceImportException)
        {
            return false;
        }
    }
}
