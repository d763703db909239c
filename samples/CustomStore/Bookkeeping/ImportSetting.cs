namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>What the store keeps once, such as the key of its hashes.</summary>
internal sealed class ImportSetting
{
    public required string Name { get; set; }

    public required byte[] Value { get; set; }
}
