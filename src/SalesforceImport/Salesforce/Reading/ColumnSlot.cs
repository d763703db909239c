namespace SalesforceImport.Salesforce.Reading;

/// <summary>What becomes of one key of a record: a column, a parent to go into, both, or nothing.</summary>
internal sealed class ColumnSlot(byte[] name)
{
    public byte[] Name { get; } = name;

    /// <summary>The column that takes the value; -1 for none.</summary>
    public int Column { get; set; } = -1;

    /// <summary>The parent's own keys.</summary>
    public ColumnNode? Child { get; set; }
}
