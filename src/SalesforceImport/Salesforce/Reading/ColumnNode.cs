using System.Text;
using System.Text.Json;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>
/// The keys of one level of a record. Records of a page have the same keys in the same order, so the next key is guessed
/// from the record before; a wrong guess costs a look-up. Not thread-safe.
/// </summary>
internal sealed class ColumnNode
{
    private const int MaxLearned = 1024;

    private readonly List<ColumnSlot> _wanted = [];
    private readonly List<ColumnSlot> _order = [];
    private readonly ColumnSlot _unwanted = new([]);
    private int _next;

    public ColumnNode? Parent { get; private init; }

    public static ColumnNode Build(IReadOnlyList<QueryColumn> columns)
    {
        var root = new ColumnNode();
        for (int i = 0; i < columns.Count; i++)
        {
            var node = root;
            string[] path = columns[i].Path.Split('.');
            foreach (string parent in path.AsSpan(0, path.Length - 1))
            {
                var step = node.Add(parent);
                node = step.Child ??= new ColumnNode { Parent = node };
            }

            node.Add(path[^1]).Column = i;
        }

        return root;
    }

    /// <summary>A new object begins.</summary>
    public void Enter() => _next = 0;

    public ColumnSlot Find(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        if (_next < _order.Count && name.SequenceEqual(_order[_next].Name))
        {
            return _order[_next++];
        }

        return FindSlowly(name, reader.ValueIsEscaped);
    }

    private ColumnSlot FindSlowly(ReadOnlySpan<byte> name, bool escaped)
    {
        int known = IndexOf(_order, name, exact: true);
        if (known >= 0)
        {
            _next = known + 1;
            return _order[known];
        }

        var clean = name;
        if (escaped)
        {
            byte[] decoded = new byte[JsonText.MaxDecodedLength(name)];
            clean = decoded.AsSpan(0, JsonText.Decode(name, decoded));
        }

        int wanted = IndexOf(_wanted, clean, exact: false);
        if (_order.Count >= MaxLearned || name.Length > MaxLearned)
        {
            return wanted >= 0 ? _wanted[wanted] : _unwanted;
        }

        // The name as it was spelt here: that is how the next record will spell it.
        var slot = new ColumnSlot(name.ToArray());
        if (wanted >= 0)
        {
            slot.Column = _wanted[wanted].Column;
            slot.Child = _wanted[wanted].Child;
        }

        int at = Math.Min(_next, _order.Count);
        _order.Insert(at, slot);
        _next = at + 1;
        return slot;
    }

    private static int IndexOf(List<ColumnSlot> slots, ReadOnlySpan<byte> name, bool exact)
    {
        for (int i = 0; i < slots.Count; i++)
        {
            if (exact ? name.SequenceEqual(slots[i].Name) : Ascii.EqualsIgnoreCase(name, slots[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private ColumnSlot Add(string name)
    {
        byte[] key = Encoding.UTF8.GetBytes(name);
        int known = IndexOf(_wanted, key, exact: false);
        if (known < 0)
        {
            known = _wanted.Count;
            _wanted.Add(new ColumnSlot(key));
        }

        return _wanted[known];
    }
}
