namespace SalesforceImport.Stores;

/// <summary>One decided change of one row. Closed: <see cref="CreateRow"/>, <see cref="UpdateRow"/>, <see cref="RemoveRow"/>, <see cref="RestoreRow"/>.</summary>
public abstract class RowChange
{
    private protected RowChange()
    {
    }
}
