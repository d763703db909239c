namespace SalesforceImport.PostgreSql.Internal;

/// <summary>A source and where it goes.</summary>
/// <param name="Source">The source.</param>
/// <param name="Row">The row; null for an orphan.</param>
/// <param name="Leads">Whether it leads the row.</param>
/// <param name="IsFormer">Whether it led the row until now: what is kept of it already stays.</param>
internal sealed record Placement(StoredSource Source, long? Row, bool Leads, bool IsFormer)
{
    /// <summary>Whether there is anything to keep beside the row.</summary>
    public bool IsKept => !Leads || !SourceTable.IsPlain(Source);
}
