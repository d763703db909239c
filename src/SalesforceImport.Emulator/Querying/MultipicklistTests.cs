using System.Text;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Conditions on fields that hold several values of a list; case does not count.</summary>
internal static class MultipicklistTests
{
    /// <summary>Holds where the field has all values of at least one combination.</summary>
    /// <param name="combinations">Values, joined by <c>;</c> where all must be there.</param>
    public static Func<Cell, bool> Includes(IEnumerable<string> combinations)
    {
        var sets = combinations.Select(combination => FieldDefinition.SplitValues(combination).ToArray()).ToArray();
        return cell =>
        {
            if (cell.Kind != CellKind.Text)
            {
                return false;
            }

            var held = FieldDefinition.SplitValues(Encoding.UTF8.GetString(cell.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return Array.Exists(sets, held.IsSupersetOf);
        };
    }
}
