using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>Turns rows of an upload into records and writes them.</summary>
internal sealed class IngestRows
{
    // What a value is set to null with; an empty one leaves the field as it is.
    private const string Null = "#N/A";

    private readonly IngestRequest _request;
    private readonly ObjectDefinition _definition;
    private readonly string[] _names;

    /// <exception cref="IngestException">A column is no field.</exception>
    public IngestRows(IngestRequest request, SchemaView schema, IReadOnlyList<string> names)
    {
        _request = request;
        _definition = schema.FindObject(request.Object) ?? throw new IngestException($"InvalidEntity : Entity '{request.Object}' is not supported by the Bulk API.");
        _names = [.. names];
        foreach (var name in names)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var known = dot < 0 ? schema.Find(_definition, name) is not null : schema.FindRelationship(_definition, RelationOf(name[..dot])) is not null;
            if (!known)
            {
                throw new IngestException($"InvalidBatch : Field name not found : {name}");
            }
        }
    }

    public WriteResult Write(RecordWriter writer, IReadOnlyList<string> values)
    {
        var record = Read(values);
        return _request.Operation switch
        {
            "insert" => writer.Create(_definition, record),
            "update" => writer.Update(_definition, record.Find("Id") as string, record.Without("Id")),
            IngestRequest.Upsert => writer.Upsert(_definition, _definition.Field(_request.Key!), record.Find(_request.Key!), record.Without(_request.Key!)),
            var delete => writer.Delete(_definition, record.Find("Id") as string, hard: delete == "hardDelete"),
        };
    }

    private WireRecord Read(IReadOnlyList<string> values)
    {
        var fields = new List<KeyValuePair<string, object?>>(_names.Length);
        for (var i = 0; i < _names.Length; i++)
        {
            if (values[i].Length > 0)
            {
                fields.Add(Field(_names[i], values[i] == Null ? null : values[i]));
            }
        }

        return new WireRecord(_definition.Name, fields);
    }

    // Account.Number__c, or Owner:User.Username where a reference leads to several objects.
    private static KeyValuePair<string, object?> Field(string name, string? value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return KeyValuePair.Create<string, object?>(name, value);
        }

        var (path, colon) = (name[..dot], name.IndexOf(':', StringComparison.Ordinal));
        return KeyValuePair.Create<string, object?>(RelationOf(path), new ForeignKey(colon < 0 ? null : path[(colon + 1)..], name[(dot + 1)..], value));
    }

    private static string RelationOf(string path) => path.Split(':')[0];
}
