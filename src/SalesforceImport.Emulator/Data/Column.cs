namespace SalesforceImport.Emulator.Data;

/// <summary>Reads one field of the row that the reader stands on.</summary>
internal delegate void Column(RowReader row, Cell cell);
