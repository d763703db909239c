using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>How many records a page holds: what was asked for, less where the records are wide.</summary>
internal static class PageSizer
{
    private const int Smallest = 200;
    private const int WidestPage = 8_000_000;
    private const int WidestField = 1000;
    private const int WidthOfOthers = 20;

    public static int Size(int? wanted, int largest, IReadOnlyList<OutputNode> output)
    {
        var fields = Fields(output).ToList();
        if (fields.Count(field => field.IsLongText) >= 2)
        {
            return Smallest;
        }

        var fitting = Math.Max(Smallest, WidestPage / Math.Max(1, Width(fields)));
        return Math.Min(fitting, Math.Clamp(wanted ?? largest, Smallest, largest));
    }

    /// <summary>How wide a record with these fields is, about, in bytes.</summary>
    public static int Width(IEnumerable<FieldDefinition> fields) =>
        fields.Sum(field => field.Length == 0 ? WidthOfOthers : Math.Min(field.Length, WidestField));

    private static IEnumerable<FieldDefinition> Fields(IEnumerable<OutputNode> output) => output.SelectMany(node => node switch
    {
        FieldOutput field => [field.Field],
        ParentOutput parent => Fields(parent.Nodes),
        ChildOutput child => Fields(child.Nodes),
        TypeofOutput several => Fields(several.Nodes),
        _ => Enumerable.Empty<FieldDefinition>(),
    });
}
