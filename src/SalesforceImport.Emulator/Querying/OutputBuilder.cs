using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Gathers selected fields; those of one parent become one object, where the first of them stood.</summary>
internal sealed class OutputBuilder
{
    private readonly List<Func<OutputNode>> _nodes = [];
    private readonly Dictionary<FieldDefinition, OutputBuilder> _parents = [];
    private readonly HashSet<FieldDefinition> _fields = [];

    /// <summary>Finds the place for fields behind some references.</summary>
    public OutputBuilder At(IReadOnlyList<FieldDefinition> steps)
    {
        var place = this;
        foreach (var step in steps)
        {
            place = place.Parent(step);
        }

        return place;
    }

    /// <summary>Adds a field; false where it is there already.</summary>
    public bool TryAdd(BoundPath path)
    {
        if (!_fields.Add(path.Field))
        {
            return false;
        }

        _nodes.Add(() => new FieldOutput(path.Field, path.ByName));
        return true;
    }

    /// <summary>Adds what is made already.</summary>
    public void Add(OutputNode node) => _nodes.Add(() => node);

    public IReadOnlyList<OutputNode> Build() => [.. _nodes.Select(make => make())];

    private OutputBuilder Parent(FieldDefinition reference)
    {
        if (!_parents.TryGetValue(reference, out var parent))
        {
            parent = new OutputBuilder();
            _parents[reference] = parent;
            _nodes.Add(() => new ParentOutput(reference, parent.Build()));
        }

        return parent;
    }
}
