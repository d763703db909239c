using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Resolves a TYPEOF against the schema.</summary>
internal sealed class TypeofBinder(QueryContext context, ObjectDefinition from)
{
    public TypeofOutput Bind(TypeofItem item)
    {
        var path = item.Relationship;
        var reference = path.Parts.Count == 1 ? context.Schema.FindRelationship(from, path.Parts[0]) : null;
        if (reference is null)
        {
            throw SoqlErrors.NoSuchRelationship(context.Text, path.Position, path.Parts[0]);
        }

        if (reference.ReferenceTo.Count < 2)
        {
            throw SoqlErrors.Malformed(context.Text, path.Position, $"TYPEOF is only allowed for references to several objects, not for '{reference.RelationshipName}'");
        }

        var branches = new Dictionary<ObjectDefinition, IReadOnlyList<OutputNode>>();
        foreach (var branch in item.Branches)
        {
            var definition = Target(reference, branch);
            if (!branches.TryAdd(definition, Select(branch.Fields, new PathBinder(context, definition).Bind)))
            {
                throw SoqlErrors.Malformed(context.Text, branch.Position, $"duplicate WHEN clause for '{definition.Name}'");
            }
        }

        return new TypeofOutput(reference, branches, Select(item.Otherwise, BindName));
    }

    private static IReadOnlyList<OutputNode> Select(IEnumerable<FieldPath> paths, Func<FieldPath, BoundPath> bind)
    {
        var builder = new OutputBuilder();
        foreach (var path in paths.Select(bind))
        {
            if (!builder.At(path.Steps).TryAdd(path))
            {
                throw SoqlErrors.DuplicateField(path.Field.Name);
            }
        }

        return builder.Build();
    }

    private ObjectDefinition Target(FieldDefinition reference, TypeofBranch branch) =>
        reference.ReferenceTo.FirstOrDefault(name => string.Equals(name, branch.Object, StringComparison.OrdinalIgnoreCase)) is { } found
            && context.Schema.FindObject(found) is { } definition
            ? definition
            : throw SoqlErrors.NotSupportedType(context.Text, branch.Position, branch.Object);

    private BoundPath BindName(FieldPath path) => path.Parts.Count == 1 && NameObject.Find(path.Parts[0]) is { } field
        ? new BoundPath([], field, ByName: true)
        : throw SoqlErrors.NoSuchColumn(context.Text, path.Position, path.Parts[0], "Name");
}
