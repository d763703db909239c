namespace SalesforceImport.Emulator.Soql;

/// <summary>A child subquery: <c>(SELECT Id FROM Contacts)</c>.</summary>
/// <param name="Position">0-based offset of the opening parenthesis.</param>
/// <param name="Query">The subquery; its object is a child relationship's name.</param>
internal sealed record SubqueryItem(int Position, SoqlQuery Query) : SelectItem(Position);
