using System.Collections.Immutable;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Makes the next snapshot of an org out of the last: one or more changes at one moment. Not thread-safe.</summary>
internal sealed class OrgEditor(OrgSnapshot snapshot, DateTimeOffset now)
{
    public OrgSnapshot Snapshot { get; private set; } = snapshot;

    public DateTimeOffset Now => now;

    public RecordId Insert(ObjectDefinition definition, IReadOnlyDictionary<string, object?> fields)
    {
        var values = ImmutableDictionary<int, object?>.Empty.ToBuilder();
        foreach (var field in definition.Fields.Where(field => field.Default is not null))
        {
            values[field.Index] = ValueConverter.Convert(Snapshot.Schema, field, field.Default);
        }

        Stamp(values, definition, "CreatedDate", "CreatedById");
        Stamp(values, definition, "LastModifiedDate", "LastModifiedById");
        Set(values, definition, "SystemModstamp", now);
        Set(values, definition, "OwnerId", Integration);
        Apply(values, definition, fields);
        CheckRequired(values, definition);
        var state = Snapshot.State(definition);
        var row = Snapshot.End(definition);
        Put(definition, row, new OverlayRow(values.ToImmutable(), false), state.Inserted + 1);
        return Snapshot.Tables[definition].Ids.At(row);
    }

    public void Update(string id, IReadOnlyDictionary<string, object?> fields)
    {
        var (table, row) = Find(id);
        Change(table, row, values => Apply(values, table.Definition, fields));
    }

    public void Delete(string id)
    {
        var (table, row) = Find(id);

        // Contact roles leave the recycle bin out, unless they go with their opportunity or contact.
        Change(table, row, static _ => { }, deleted: true, erased: table.Definition.Name == "OpportunityContactRole");
        DeleteChildren(table, row);
    }

    /// <summary>The records that are not deleted and whose reference leads to a record.</summary>
    public List<long> ChildrenOf(ObjectTable children, FieldDefinition reference, RecordId parent)
    {
        var edited = Snapshot.State(children.Definition).Overlay.Keys;
        var (reader, cell) = (new RowReader(Snapshot, children), new Cell());
        return [.. children.FindSeek(reference)!(parent).Concat(edited).Distinct().Where(row =>
        {
            reader.MoveTo(row).Read(reference, cell);
            return !reader.IsDeleted && cell.Kind == CellKind.Id && cell.Id == parent;
        })];
    }

    /// <summary>Finds a record that is not deleted.</summary>
    public (ObjectTable Table, long Row) Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return RecordId.TryParse(id, out var parsed) && Snapshot.TryFind(parsed, out var table, out var row)
            && !new RowReader(Snapshot, table).MoveTo(row).IsDeleted
            ? (table, row)
            : throw new ArgumentException($"The emulated org has no record '{id}'.", nameof(id));
    }

    private RecordId Integration => Snapshot.Tables[Snapshot.Schema.Get("User")].Ids.At(0);

    private void DeleteChildren(ObjectTable table, long row)
    {
        foreach (var relationship in table.Definition.Children.Where(child => child.Cascade))
        {
            var children = Snapshot.Tables[Snapshot.Schema.Get(relationship.Object)];
            foreach (var child in ChildrenOf(children, children.Definition.Field(relationship.Field), table.Ids.At(row)))
            {
                Change(children, child, static _ => { }, deleted: true);
                DeleteChildren(children, child);
            }
        }
    }

    private void Change(ObjectTable table, long row, Action<ImmutableDictionary<int, object?>.Builder> change, bool deleted = false, bool erased = false)
    {
        var definition = table.Definition;
        var old = Snapshot.State(definition).Overlay.GetValueOrDefault(row);
        var values = (old?.Values ?? ImmutableDictionary<int, object?>.Empty).ToBuilder();
        Stamp(values, definition, "LastModifiedDate", "LastModifiedById");
        Set(values, definition, "SystemModstamp", now);
        change(values);
        Put(definition, row, new OverlayRow(values.ToImmutable(), deleted, erased), Snapshot.State(definition).Inserted);
    }

    private void Put(ObjectDefinition definition, long row, OverlayRow overlay, long inserted) =>
        Snapshot = Snapshot.With(definition, new ObjectState(Snapshot.State(definition).Overlay.SetItem(row, overlay), inserted));

    private void Apply(ImmutableDictionary<int, object?>.Builder values, ObjectDefinition definition, IReadOnlyDictionary<string, object?> fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = definition.Find(name) ?? throw new ArgumentException($"{definition.Name} has no field '{name}'.", nameof(fields));
            if (Snapshot.Tables[definition].Columns.Derived(field) is not null)
            {
                throw new ArgumentException($"{definition.Name}.{field.Name} follows from other fields and cannot be set.", nameof(fields));
            }

            values[field.Index] = ValueConverter.Convert(Snapshot.Schema, field, value);
        }
    }

    private void Stamp(ImmutableDictionary<int, object?>.Builder values, ObjectDefinition definition, string date, string user)
    {
        Set(values, definition, date, now);
        Set(values, definition, user, Integration);
    }

    private static void Set(ImmutableDictionary<int, object?>.Builder values, ObjectDefinition definition, string name, object value)
    {
        if (definition.Find(name) is { } field)
        {
            values[field.Index] = value;
        }
    }

    private void CheckRequired(ImmutableDictionary<int, object?>.Builder values, ObjectDefinition definition)
    {
        var missing = definition.Fields.FirstOrDefault(field =>
            field.Has(FieldFlag.Createable) && !field.Has(FieldFlag.Nillable) && !field.Has(FieldFlag.DefaultedOnCreate)
            && !values.ContainsKey(field.Index) && Snapshot.Tables[definition].Columns.Derived(field) is null);
        if (missing is not null)
        {
            throw new ArgumentException($"{definition.Name}.{missing.Name} is required.");
        }
    }
}
