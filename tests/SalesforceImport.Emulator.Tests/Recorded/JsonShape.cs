using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Recorded;

/// <summary>What JSON looks like without its values: names and types. The items of an array share one shape.</summary>
internal sealed class JsonShape
{
    private readonly SortedDictionary<string, JsonShape> _members = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _types = [];
    private JsonShape? _items;

    public static JsonShape Of(JsonNode? node)
    {
        var shape = new JsonShape();
        shape.Add(node);
        return shape;
    }

    /// <summary>Where another shape differs. Null goes with anything, and what was empty tells nothing.</summary>
    public IEnumerable<string> Differences(JsonShape other, string place = "$")
    {
        if (_types.Count > 0 && other._types.Count > 0 && !_types.Overlaps(other._types))
        {
            yield return $"{place} is {string.Join('|', other._types)} instead of {string.Join('|', _types)}";
        }

        if (_members.Count > 0 && other._members.Count > 0)
        {
            foreach (var difference in MemberDifferences(other, place))
            {
                yield return difference;
            }
        }

        if (_items is not null && other._items is not null)
        {
            foreach (var difference in _items.Differences(other._items, place + "[]"))
            {
                yield return difference;
            }
        }
    }

    private IEnumerable<string> MemberDifferences(JsonShape other, string place)
    {
        foreach (var (name, shape) in _members)
        {
            var inner = other._members.TryGetValue(name, out var same) ? shape.Differences(same, $"{place}.{name}") : [$"{place}.{name} is missing"];
            foreach (var difference in inner)
            {
                yield return difference;
            }
        }

        foreach (var name in other._members.Keys.Except(_members.Keys))
        {
            yield return $"{place}.{name} is new";
        }
    }

    private void Add(JsonNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case JsonObject members:
                _types.Add("object");
                foreach (var (name, value) in members)
                {
                    Member(name).Add(value);
                }

                break;
            case JsonArray items:
                _types.Add("array");
                _items ??= new JsonShape();
                foreach (var item in items)
                {
                    _items.Add(item);
                }

                break;
            default:
                _types.Add(node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "boolean" : node.GetValueKind() == JsonValueKind.Number ? "number" : "string");
                break;
        }
    }

    private JsonShape Member(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            member = _members[name] = new JsonShape();
        }

        return member;
    }
}
