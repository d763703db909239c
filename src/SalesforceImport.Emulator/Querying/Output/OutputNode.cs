using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Something selected: writes its name and value. Immutable and thread-safe.</summary>
internal abstract class OutputNode
{
    public abstract void Write(RowWriter writer, RowReader row);
}
