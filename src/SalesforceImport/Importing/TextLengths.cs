using System.Globalization;
using System.Text;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>Finds values that are longer than the property that they are to fill.</summary>
internal sealed class TextLengths(ImportStep step)
{
    private readonly (int Column, StepField Field)[] _limited =
        [.. step.Fields.Index().Where(entry => entry.Item.MaxLength is not null && entry.Item.Type == PropertyType.Text)];

    /// <summary>What is too long in a row, without the value itself; null when nothing is.</summary>
    public string? Problem(RecordBatch batch, int row)
    {
        foreach (var (column, field) in _limited)
        {
            int length = LengthOf(batch.Row(row)[column]);
            if (length > field.MaxLength)
            {
                return string.Create(CultureInfo.InvariantCulture, $"the value of {field.Path} has {length:N0} characters, and {string.Join(", ", field.Properties)} takes {field.MaxLength:N0}.");
            }
        }

        return null;
    }

    private static int LengthOf(FieldValue value) =>
        value.TryGetUtf8(out var utf8) ? Encoding.UTF8.GetCharCount(utf8) : value.AsText()?.Length ?? 0;
}
