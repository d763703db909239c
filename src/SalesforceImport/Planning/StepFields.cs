using System.Globalization;
using SalesforceImport.Mapping;

namespace SalesforceImport.Planning;

/// <summary>Chooses the fields of a step: what is mapped and what the library needs for itself, as far as the user can see it.</summary>
internal static class StepFields
{
    public static (IReadOnlyList<StepField> Fields, IReadOnlyList<ImportFinding> Findings) For(
        SObjectDescription description, FieldMap map, Func<FieldMapping, PropertyType> typeOf)
    {
        var fields = new Dictionary<string, StepField>(StringComparer.OrdinalIgnoreCase);
        var findings = new List<ImportFinding>();
        foreach (var (field, type) in SystemFields.For(description.Name))
        {
            if (description.Find(field) is not null)
            {
                fields[field] = new(field, type, []);
            }
            else if (field is SystemFields.IsConverted or SystemFields.ConvertedContactId)
            {
                findings.Add(new("FieldNotVisible", $"{description.Name}.{field} is not visible to the signed-in user: converted leads cannot be told from others. Grant read access to the field."));
            }
        }

        foreach (var mapping in map.Effective.Where(mapping => mapping.Rule != SyncRule.Never))
        {
            if (Problem(description, mapping, typeOf(mapping)) is { } finding)
            {
                findings.Add(finding);
            }
            else if (fields.TryGetValue(mapping.Field, out var known))
            {
                fields[mapping.Field] = known with { Properties = [.. known.Properties, mapping.Property], MaxLength = Shorter(known.MaxLength, mapping.MaxLength) };
            }
            else
            {
                fields[mapping.Field] = new(mapping.Field, typeOf(mapping), [mapping.Property], mapping.MaxLength);
            }

            if (TooLong(description, mapping) is { } tooLong)
            {
                findings.Add(tooLong);
            }
        }

        return ([.. fields.Values], findings);
    }

    private static ImportFinding? Problem(SObjectDescription description, FieldMapping mapping, PropertyType wanted)
    {
        int dot = mapping.Field.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            string relationship = mapping.Field[..dot];
            return description.Fields.Any(field => string.Equals(field.RelationshipName, relationship, StringComparison.OrdinalIgnoreCase))
                ? null
                : NotVisible(description, mapping);
        }

        if (description.Find(mapping.Field) is not { } described)
        {
            return NotVisible(description, mapping);
        }

        return FieldTypes.Of(described) is { } type && FieldTypes.Fits(type, wanted)
            ? null
            : new("FieldTypeMismatch", $"{description.Name}.{mapping.Field} is of type {described.Type}, which does not fit property {mapping.Property} ({wanted}): it is not imported. Map it to a property of another type.");
    }

    private static int? Shorter(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private static ImportFinding? TooLong(SObjectDescription description, FieldMapping mapping) =>
        mapping.MaxLength is { } most && description.Find(mapping.Field) is { } described && described.Length > most
            ? new("FieldTooLong", string.Create(
                CultureInfo.InvariantCulture,
                $"{description.Name}.{mapping.Field} holds up to {described.Length:N0} characters, and property {mapping.Property} takes {most:N0}: a record with a longer value is not imported, and is told as failed."))
            : null;

    private static ImportFinding NotVisible(SObjectDescription description, FieldMapping mapping) => new(
        "FieldNotVisible",
        $"{description.Name}.{mapping.Field} does not exist or is not visible to the signed-in user: {mapping.Property} is not imported from it. Grant read access to the field, or leave it out of the map.");
}
