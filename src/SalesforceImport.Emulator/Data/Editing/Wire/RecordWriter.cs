using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>The writes of the API, record by record: what it allows, which record is meant, and what is to become of it.</summary>
internal sealed class RecordWriter(OrgEditor editor)
{
    private OrgSnapshot Snapshot => editor.Snapshot;

    /// <exception cref="WriteException">The org does not take the record.</exception>
    public WriteResult Create(ObjectDefinition definition, WireRecord record)
    {
        CheckAbility(definition, "createable", "inserted");
        var fields = new FieldReader(Snapshot, definition).Read(record, FieldFlag.Createable);
        return new WriteResult(editor.Insert(definition, fields), Created: true);
    }

    /// <exception cref="WriteException">There is no such record, or the org does not take the change.</exception>
    public WriteResult Update(ObjectDefinition definition, string? id, WireRecord record)
    {
        CheckAbility(definition, "updateable", "updated");
        var parsed = ReadId(definition, id);
        var (table, row) = editor.Find(parsed);
        CheckConverted(table, row);
        editor.Update(parsed, new FieldReader(Snapshot, definition).Read(record, FieldFlag.Updateable));
        return new WriteResult(parsed);
    }

    /// <summary>Updates the record whose key field holds a value, or makes it.</summary>
    /// <exception cref="WriteException">More than one record holds it, or the org does not take the record.</exception>
    public WriteResult Upsert(ObjectDefinition definition, FieldDefinition key, object? value, WireRecord record)
    {
        var found = KeyFinder.Find(Snapshot, Snapshot.Tables[definition], key, value);
        if (found.Count > 1)
        {
            throw new WriteException("DUPLICATE_EXTERNAL_ID", $"{key.Name}: more than one record found for external id field: [{string.Join(", ", found.Select(IdOf))}]", key.Name);
        }

        if (found.Count == 1)
        {
            return Update(definition, IdOf(found[0]), record);
        }

        if (key == definition.Id)
        {
            return value is null or "" ? Create(definition, record) : throw WriteErrors.NoSuchRecord();
        }

        if (value is null or "")
        {
            throw new WriteException("MISSING_ARGUMENT", $"{key.Name} not specified");
        }

        return Create(definition, record.With(key.Name, value));

        string IdOf(long row) => Snapshot.Tables[definition].Ids.At(row).ToString();
    }

    /// <summary>Deletes a record; <paramref name="hard"/> says whether past the recycle bin.</summary>
    /// <exception cref="WriteException">There is no such record, or it cannot be deleted.</exception>
    public WriteResult Delete(ObjectDefinition? definition, string? id, bool hard = false)
    {
        if (definition is null && RecordId.TryParse(id, out var any))
        {
            definition = Snapshot.Schema.FindByPrefix(any.Prefix);
        }

        if (definition is null || !Snapshot.Schema.Sees(definition))
        {
            throw new WriteException("MALFORMED_ID", $"bad id {id}");
        }

        CheckAbility(definition, "deletable", "deleted");
        var parsed = ReadId(definition, id);
        if (hard)
        {
            RecordRemover.HardDelete(editor, parsed);
        }
        else
        {
            RecordRemover.Delete(editor, parsed);
        }

        return new WriteResult(parsed);
    }

    private static RecordId ReadId(ObjectDefinition definition, string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            throw new WriteException("MISSING_ARGUMENT", "Id not specified in an update call");
        }

        return RecordId.TryParse(id, out var parsed) && parsed.Prefix == definition.KeyPrefix ? parsed : throw WriteErrors.MalformedId(definition.Id, id);
    }

    private static void CheckAbility(ObjectDefinition definition, string ability, string verb)
    {
        if (!definition.Can(ability))
        {
            throw new WriteException("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", $"entity type cannot be {verb}: {definition.Name}");
        }
    }

    private void CheckConverted(ObjectTable table, long row)
    {
        if (table.Definition.Name == "Lead" && new RowDraft(Snapshot, table, row).ReadFlag("IsConverted"))
        {
            throw new WriteException("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
    }
}
