using System.Text.Json;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads a describe, which may be megabytes of labels and picklists, for the little an import needs.</summary>
internal sealed class DescribeSink(string sObject) : JsonSink
{
    // Depths of the keys and values that matter: the object's own, its list of fields, and one field's.
    private const int OwnDepth = 1;
    private const int FieldDepth = 3;

    private readonly List<SObjectField> _fields = [];
    private readonly List<string> _referenceTo = [];
    private string? _name;
    private string? _keyPrefix;
    private string? _key;
    private FieldParts _field;
    private int _skipDepth = -1;
    private bool _inFields;
    private bool _inReferences;
    private bool _begun;
    private bool _hasFields;

    public override string Where => _field.Name is null ? $"the description of {sObject}" : $"the description of {sObject}.{_field.Name}";

    /// <summary>The description, once the document has ended.</summary>
    /// <exception cref="JsonException">It was no description.</exception>
    public SObjectDescription Result() =>
        new(_name ?? sObject, _keyPrefix, _hasFields ? _fields : throw new JsonException("A description without fields."));

    public override SinkState Take(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (_skipDepth >= 0)
            {
                _skipDepth = reader.CurrentDepth == _skipDepth ? -1 : _skipDepth;
                continue;
            }

            if (!_begun)
            {
                _begun = reader.TokenType == JsonTokenType.StartObject ? true : throw new JsonException("No object.");
                continue;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _key = reader.GetString();
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Open(ref reader);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    if (Close(ref reader))
                    {
                        return SinkState.Ended;
                    }

                    break;
                default:
                    TakeScalar(ref reader);
                    break;
            }
        }

        return SinkState.NeedMore;
    }

    private void Open(ref Utf8JsonReader reader)
    {
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        if (!_inFields && isArray && reader.CurrentDepth == OwnDepth && _key == "fields")
        {
            _inFields = _hasFields = true;
        }
        else if (_inFields && !isArray && reader.CurrentDepth == FieldDepth - 1)
        {
            _field = default;
            _referenceTo.Clear();
        }
        else if (_inFields && isArray && reader.CurrentDepth == FieldDepth && _key == "referenceTo")
        {
            _inReferences = true;
        }
        else
        {
            _skipDepth = reader.CurrentDepth;
        }
    }

    private bool Close(ref Utf8JsonReader reader)
    {
        if (_inReferences)
        {
            _inReferences = false;
        }
        else if (_inFields && reader.TokenType == JsonTokenType.EndArray)
        {
            _inFields = false;
        }
        else if (_inFields)
        {
            _fields.Add(_field.ToField([.. _referenceTo]));
            _field = default;
        }
        else
        {
            return true;
        }

        return false;
    }

    private void TakeScalar(ref Utf8JsonReader reader)
    {
        if (_inReferences)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                _referenceTo.Add(reader.GetString()!);
            }
        }
        else if (_inFields)
        {
            _field.Take(_key, ref reader);
        }
        else if (reader.TokenType == JsonTokenType.String && _key == "name")
        {
            _name = reader.GetString();
        }
        else if (reader.TokenType == JsonTokenType.String && _key == "keyPrefix")
        {
            _keyPrefix = reader.GetString();
        }
    }

    private struct FieldParts
    {
        private string? _type;
        private string? _relationshipName;
        private int _length;
        private bool _filterable;
        private bool _calculated;

        public string? Name { get; private set; }

        public void Take(string? key, ref Utf8JsonReader reader)
        {
            switch (key)
            {
                case "name" when reader.TokenType == JsonTokenType.String:
                    Name = reader.GetString();
                    break;
                case "type" when reader.TokenType == JsonTokenType.String:
                    _type = reader.GetString();
                    break;
                case "relationshipName" when reader.TokenType == JsonTokenType.String:
                    _relationshipName = reader.GetString();
                    break;
                case "length" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int length):
                    _length = length;
                    break;
                case "filterable":
                    _filterable = reader.TokenType == JsonTokenType.True;
                    break;
                case "calculated":
                    _calculated = reader.TokenType == JsonTokenType.True;
                    break;
            }
        }

        public readonly SObjectField ToField(string[] referenceTo) => new(
            Name ?? throw new JsonException("A field without a name."),
            _type?.ToLowerInvariant() ?? throw new JsonException("A field without a type."),
            _length,
            _filterable,
            _calculated,
            _relationshipName,
            referenceTo);
    }
}
