using System.Collections.Immutable;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Data.Editing;

namespace SalesforceImport.Emulator;

/// <summary>
/// Changes that are made now and show when they are committed, as those of a long transaction do: rows turn up whose ids,
/// CreatedDate and SystemModstamp are older than the moment in which anybody could first see them. Its records cannot refer to
/// each other. Not thread-safe; the org may be used beside it.
/// </summary>
public sealed class LateTransaction
{
    private readonly EmulatedOrg _org;
    private readonly List<RecordId> _inserted = [];
    private readonly List<(DateTimeOffset Time, Action<OrgEditor> Change)> _changes = [];

    internal LateTransaction(EmulatedOrg org) => _org = org;

    /// <summary>Adds a record, whose id and times are of now.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="fields">Values by field name, as <see cref="EmulatedOrg.Insert(string, IReadOnlyDictionary{string, object})"/> takes them.</param>
    /// <returns>The id that the record will have, of 18 characters.</returns>
    /// <exception cref="ArgumentException">There is no such object or field, a value does not fit, or a required one is missing.</exception>
    public string Insert(string objectName, IReadOnlyDictionary<string, object?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var id = _org.Edit(editor =>
        {
            var made = editor.Insert(_org.Definition(objectName), fields);
            editor.Hide(made);
            return made;
        });
        _inserted.Add(id);
        return id.ToString();
    }

    /// <summary>Adds a record, whose id and times are of now.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="fields">Fields and their values.</param>
    /// <returns>The id that the record will have, of 18 characters.</returns>
    /// <exception cref="ArgumentException">There is no such object or field, a value does not fit, or a required one is missing.</exception>
    public string Insert(string objectName, params IReadOnlyList<(string Field, object? Value)> fields) => Insert(objectName, EmulatedOrg.ToDictionary(fields));

    /// <summary>Changes a record; its SystemModstamp will be of now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fields">Fields and their new values.</param>
    public void Update(string id, params IReadOnlyList<(string Field, object? Value)> fields) => Update(id, EmulatedOrg.ToDictionary(fields));

    /// <summary>Changes a record; its SystemModstamp will be of now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fields">The new values by field name.</param>
    public void Update(string id, IReadOnlyDictionary<string, object?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (record, values) = (EmulatedOrg.ParseId(id), fields.ToImmutableDictionary());
        _changes.Add((_org.Now, editor => editor.Update(record, values)));
    }

    /// <summary>Deletes a record, as of now.</summary>
    /// <param name="id">Its id.</param>
    public void Delete(string id)
    {
        var record = EmulatedOrg.ParseId(id);
        _changes.Add((_org.Now, editor => RecordRemover.Delete(editor, record)));
    }

    /// <summary>Lets all of it show. The transaction can go on with further changes after that.</summary>
    /// <exception cref="ArgumentException">A record to change or delete is not there, or a value does not fit; then nothing shows.</exception>
    public void Commit()
    {
        _org.Edit(
            editor =>
            {
                foreach (var id in _inserted)
                {
                    editor.Show(id);
                }

                foreach (var (time, change) in _changes)
                {
                    editor.At(time, change);
                }

                return true;
            });
        _inserted.Clear();
        _changes.Clear();
    }
}
