using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Resolves field paths against the schema, or says what the org says of those it does not know.</summary>
internal sealed class PathBinder(QueryContext context, ObjectDefinition from)
{
    private const int MostSteps = 5;

    public BoundPath Bind(FieldPath path)
    {
        var steps = new List<FieldDefinition>();
        var definition = from;
        var byName = false;
        for (var i = 0; i < path.Parts.Count - 1; i++)
        {
            var step = byName ? null : context.Schema.FindRelationship(definition, path.Parts[i]);
            var target = step is null ? null : Target(step);
            if (step is null || target is null || i >= MostSteps)
            {
                throw SoqlErrors.NoSuchRelationship(context.Text, path.Position, path.Parts[i]);
            }

            steps.Add(step);
            definition = target;
            byName = step.ReferenceTo.Count > 1;
        }

        var name = path.Parts[^1];
        var field = byName ? NameObject.Find(name) : context.Schema.Find(definition, name);
        return field is null
            ? throw SoqlErrors.NoSuchColumn(context.Text, path.Position, name, byName ? "Name" : definition.Name)
            : Take(path, new BoundPath(steps, field, byName));
    }

    private BoundPath Take(FieldPath path, BoundPath bound)
    {
        if (path.Function is null || (path.Function == SoqlWords.ToLabel && bound.Field.Values.Count > 0))
        {
            // The labels of the org's picklists are their values.
            return bound;
        }

        return DateFunction.Of(path.Function, bound.Field) is { } function
            ? bound with { Field = function.Result, Function = function }
            : throw SoqlErrors.Malformed(context.Text, path.Position, $"field '{bound.Field.Name}' can not be used in {path.Function}");
    }

    private ObjectDefinition? Target(FieldDefinition reference) =>
        reference.ReferenceTo.Select(context.Schema.FindObject).FirstOrDefault(target => target is not null);
}
