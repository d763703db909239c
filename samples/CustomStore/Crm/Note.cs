namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>Something that a user wrote about a customer. No import knows of it; a customer with notes cannot be deleted.</summary>
internal sealed class Note
{
    public long Id { get; set; }

    public long CustomerId { get; set; }

    public required string Text { get; set; }
}
