namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Texts of a change set that the server would not have taken as they were.</summary>
internal sealed class RefusedTexts
{
    public int Count { get; private set; }

    /// <summary>The property of the first one.</summary>
    public string? Property { get; private set; }

    /// <summary>The record of the first one.</summary>
    public SalesforceId Record { get; private set; }

    public void Add(StoreProperty property, SalesforceId record)
    {
        if (Count++ == 0)
        {
            (Property, Record) = (property.Name, record);
        }
    }
}
