using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Resolves what a query selects into what is to be written for each record.</summary>
internal sealed class SelectBinder(QueryContext context)
{
    public IReadOnlyList<OutputNode> Bind(SoqlQuery query, ObjectDefinition definition)
    {
        var root = new OutputBuilder();
        var paths = new PathBinder(context, definition);
        foreach (var item in query.Select)
        {
            switch (item)
            {
                case FieldItem field:
                    Add(root, BindField(paths, field.Path));
                    break;
                case FieldsItem fields:
                    AddAll(root, query, definition, fields);
                    break;
                case SubqueryItem subquery:
                    root.Add(BindChild(subquery.Query, definition));
                    break;
                case TypeofItem several:
                    root.Add(new TypeofBinder(context, definition).Bind(several));
                    break;
                default:
                    throw SoqlErrors.Malformed(context.Text, item.Position, "Grouped query cannot use child relationships or aggregates here");
            }
        }

        return root.Build();
    }

    private BoundPath BindField(PathBinder paths, FieldPath path) => paths.Bind(path) is { Function: null } bound
        ? bound
        : throw SoqlErrors.Malformed(context.Text, path.Position, $"Field must be grouped or aggregated: {path}");

    private static void Add(OutputBuilder root, BoundPath path)
    {
        if (!root.At(path.Steps).TryAdd(path))
        {
            throw SoqlErrors.DuplicateField(path.Field.Name);
        }
    }

    private void AddAll(OutputBuilder root, SoqlQuery query, ObjectDefinition definition, FieldsItem item)
    {
        foreach (var field in FieldGroups.Expand(context, query, definition, item))
        {
            Add(root, new BoundPath([], field, false));
        }
    }

    private ChildOutput BindChild(SoqlQuery query, ObjectDefinition parent)
    {
        var relationship = context.Schema.Children(parent).FirstOrDefault(child => string.Equals(child.Name, query.From, StringComparison.OrdinalIgnoreCase));
        if (relationship is null)
        {
            throw SoqlErrors.NoSuchChildRelationship(context.Text, query.FromPosition, query.From);
        }

        var child = context.Schema.Get(relationship.Object);
        var reference = child.Field(relationship.Field);
        OrderRules.Check(context, child, query.OrderBy);
        if (query.Where is { } where)
        {
            // Its rows are looked for record by record, too late to refuse it.
            new FilterBinder(context, child).Bind(where);
        }

        return new ChildOutput(context, query with { From = relationship.Name! }, child, reference, Bind(query, child));
    }
}
