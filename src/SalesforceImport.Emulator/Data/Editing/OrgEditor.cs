using SalesforceImport.Emulator.Data.Editing.Rules;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Makes the next snapshot of an org out of the last: one or more changes at one moment. Not thread-safe.</summary>
internal sealed class OrgEditor
{
    private readonly RecordId _user;

    /// <summary>Starts from a snapshot.</summary>
    /// <param name="snapshot">The org before.</param>
    /// <param name="now">The moment of the changes.</param>
    /// <param name="user">Who makes them, by place among the users.</param>
    public OrgEditor(OrgSnapshot snapshot, DateTimeOffset now, int user = 0)
    {
        (Snapshot, Now) = (snapshot, now);
        _user = snapshot.Tables[snapshot.Schema.Get("User")].Ids.At(user);
    }

    public OrgSnapshot Snapshot { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>Makes changes that can be taken back as a whole: where one is refused, none of them stays.</summary>
    public T Together<T>(Func<T> changes)
    {
        var before = Snapshot;
        try
        {
            return changes();
        }
        catch (WriteException)
        {
            Snapshot = before;
            throw;
        }
    }

    public void Restore(OrgSnapshot before) => Snapshot = before;

    /// <exception cref="WriteException">The org does not take the record.</exception>
    public RecordId Insert(ObjectDefinition definition, IReadOnlyDictionary<string, object?> fields) =>
        PersonAccountWriter.TrySplit(this, definition, fields, out var own, out var person)
            ? Together(() => PersonAccountWriter.Insert(this, definition, own, person))
            : InsertPlain(definition, fields);

    /// <summary>Inserts one record, which holds all its fields itself.</summary>
    public RecordId InsertPlain(ObjectDefinition definition, IReadOnlyDictionary<string, object?> fields)
    {
        var draft = new RowDraft(Snapshot, Snapshot.Tables[definition], Snapshot.End(definition));
        foreach (var field in definition.Fields.Where(field => field.Default is not null))
        {
            draft.Set(field.Name, ValueConverter.Convert(Snapshot.Schema, field, field.Default));
        }

        draft.Set("CreatedDate", Now);
        draft.Set("CreatedById", _user);
        draft.Set("OwnerId", _user);
        Stamp(draft);
        Apply(draft, fields);
        CheckRequired(draft);
        return Together(() =>
        {
            WriteRules.Apply(this, draft);
            var state = Snapshot.State(definition);
            Put(draft.Table, draft.Row, draft.ToRow(), state with { Inserted = state.Inserted + 1 });
            WriteRules.Complete(this, draft);
            return draft.Id;
        });
    }

    /// <exception cref="WriteException">The org does not take the change.</exception>
    public void Update(RecordId id, IReadOnlyDictionary<string, object?> fields)
    {
        if (PersonAccountWriter.TrySplit(this, Find(id).Table.Definition, fields, out var own, out var person))
        {
            Together(() =>
            {
                PersonAccountWriter.Update(this, id, own, person);
                return true;
            });
        }
        else
        {
            UpdatePlain(id, fields);
        }
    }

    /// <summary>Changes one record, which holds all its fields itself.</summary>
    public void UpdatePlain(RecordId id, IReadOnlyDictionary<string, object?> fields)
    {
        var (table, row) = Find(id);
        var draft = new RowDraft(Snapshot, table, row);
        Stamp(draft);
        Apply(draft, fields);
        Together(() =>
        {
            var (who, what) = (draft.Before("WhoId"), draft.Before("WhatId"));
            WriteRules.Apply(this, draft);
            Put(table, row, draft.ToRow(), Snapshot.State(table.Definition));
            if (table.Definition.Name == "Task")
            {
                SharedActivityRules.Follow(this, draft, who, what);
            }

            return true;
        });
    }

    /// <summary>Changes a record as the org does by itself, without checks or rules.</summary>
    public void Set(ObjectTable table, long row, params ReadOnlySpan<(string Field, object? Stored)> values)
    {
        var draft = new RowDraft(Snapshot, table, row);
        Stamp(draft);
        foreach (var (field, stored) in values)
        {
            draft.Set(field, stored);
        }

        Put(table, row, draft.ToRow(), Snapshot.State(table.Definition));
    }

    /// <summary>Sets what follows from other records, which does not show as a change of this one.</summary>
    public void SetQuietly(ObjectTable table, long row, params ReadOnlySpan<(string Field, object? Stored)> values)
    {
        var draft = new RowDraft(Snapshot, table, row);
        foreach (var (field, stored) in values)
        {
            draft.Set(field, stored);
        }

        Replace(table, row, overlay => draft.ToRow(overlay is { IsDeleted: true }, overlay is { IsErased: true }));
    }

    /// <summary>Moves a record into the recycle bin or out of it, or past it.</summary>
    public void Mark(ObjectTable table, long row, bool deleted, bool erased)
    {
        var draft = new RowDraft(Snapshot, table, row);
        Stamp(draft);
        Put(table, row, draft.ToRow(deleted, erased), Snapshot.State(table.Definition));
    }

    /// <summary>Makes a record that was just inserted invisible to everybody, as one of a transaction that is not committed.</summary>
    public void Hide(RecordId id)
    {
        Snapshot.TryFind(id, out var table, out var row);
        Replace(table, row, overlay => overlay! with { IsDeleted = true, IsErased = true });
    }

    /// <summary>Makes a hidden record visible, as it was when it was hidden.</summary>
    public void Show(RecordId id)
    {
        var table = Snapshot.Tables[Snapshot.Schema.FindByPrefix(id.Prefix)!];
        Replace(table, table.Ids.RowOf(id), overlay => overlay! with { IsDeleted = false, IsErased = false });
    }

    /// <summary>Makes a change as of another moment.</summary>
    public void At(DateTimeOffset time, Action<OrgEditor> change)
    {
        var now = Now;
        Now = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
        change(this);
        Now = now;
    }

    /// <summary>Replaces the state of an object.</summary>
    public void Put(ObjectDefinition definition, ObjectState state) => Snapshot = Snapshot.With(definition, state);

    /// <summary>Finds a record that is not deleted.</summary>
    /// <exception cref="WriteException">There is none, or it is deleted.</exception>
    public (ObjectTable Table, long Row) Find(RecordId id)
    {
        if (!Snapshot.TryFind(id, out var table, out var row))
        {
            throw WriteErrors.NoSuchRecord();
        }

        return new RowReader(Snapshot, table).MoveTo(row).IsDeleted ? throw WriteErrors.Deleted() : (table, row);
    }

    /// <summary>The records that are not deleted and whose reference leads to a record.</summary>
    public List<long> ChildrenOf(ObjectTable children, FieldDefinition reference, RecordId parent)
    {
        var candidates = Referrers.Of(Snapshot, children, reference, [parent]) ?? AllRows(Snapshot.End(children.Definition));
        var (reader, cell) = (new RowReader(Snapshot, children), new Cell());
        return [.. candidates.Distinct().Order().Where(row =>
        {
            reader.MoveTo(row).Read(reference, cell);
            return !reader.IsDeleted && cell.Kind == CellKind.Id && cell.Id == parent;
        })];
    }

    private static IEnumerable<long> AllRows(long count)
    {
        for (var row = 0L; row < count; row++)
        {
            yield return row;
        }
    }

    private void Replace(ObjectTable table, long row, Func<OverlayRow?, OverlayRow> change)
    {
        var state = Snapshot.State(table.Definition);
        Put(table, row, change(state.Overlay.GetValueOrDefault(row)), state);
    }

    private void Stamp(RowDraft draft)
    {
        draft.Set("LastModifiedDate", Now);
        draft.Set("LastModifiedById", _user);
        draft.Set("SystemModstamp", Now);
    }

    private void Put(ObjectTable table, long row, OverlayRow overlay, ObjectState state) =>
        Put(table.Definition, state with
        {
            Overlay = state.Overlay.SetItem(row, overlay),
            Keys = state.Keys.Move(table.Definition, row, state.Overlay.GetValueOrDefault(row), overlay),
        });

    private void Apply(RowDraft draft, IReadOnlyDictionary<string, object?> fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = draft.Definition.Find(name) ?? throw WriteErrors.NoSuchColumn(draft.Definition, name);
            if (draft.Table.Columns.IsReadOnly(field))
            {
                throw WriteErrors.NotWritable([field.Name]);
            }

            var stored = ValueConverter.Convert(Snapshot.Schema, field, value);
            if (stored is RecordId reference)
            {
                CheckReference(reference);
            }

            if (stored is not null && field.Has(FieldFlag.Unique))
            {
                CheckUnique(draft, field, stored);
            }

            draft.Give(field, stored);
        }
    }

    private void CheckUnique(RowDraft draft, FieldDefinition field, object stored)
    {
        foreach (var other in Snapshot.State(draft.Definition).Keys.Find(field, stored))
        {
            if (other != draft.Row && !new RowReader(Snapshot, draft.Table).MoveTo(other).IsDeleted)
            {
                throw WriteErrors.Duplicate(field.Name, draft.Table.Ids.At(other));
            }
        }
    }

    private void CheckReference(RecordId id)
    {
        if (Snapshot.Schema.FindByPrefix(id.Prefix) is null)
        {
            // An object that the emulated org does not have, such as a group.
            return;
        }

        if (!Snapshot.TryFind(id, out var table, out var row))
        {
            throw WriteErrors.DanglingReference();
        }

        if (new RowReader(Snapshot, table).MoveTo(row).IsDeleted)
        {
            throw WriteErrors.Deleted();
        }
    }

    private static void CheckRequired(RowDraft draft)
    {
        var missing = draft.Definition.Fields.Where(field =>
            field.Has(FieldFlag.Createable) && !field.Has(FieldFlag.Nillable) && !field.Has(FieldFlag.DefaultedOnCreate)
            && !draft.Holds(field) && !draft.Table.Columns.IsReadOnly(field)).Select(field => field.Name).ToList();
        if (missing.Count > 0)
        {
            throw WriteErrors.Required(missing);
        }
    }
}
