using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Data.Editing;
using SalesforceImport.Emulator.Data.Generators;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator;

/// <summary>
/// The org behind an emulator, for a test to look into and to change without API calls. Changes show in queries that start
/// after them; a query that has begun keeps its rows. Thread-safe.
/// </summary>
public sealed class EmulatedOrg
{
    private readonly TimeProvider _time;
    private readonly ulong _seed;
    private readonly OrgSnapshot _first;
    private readonly OrgState _state;

    internal EmulatedOrg(EmulatorOptions options)
    {
        _time = options.TimeProvider;
        _seed = (ulong)options.Seed;
        var objects = SchemaCatalog.For(options.Features);
        _first = new OrgSnapshot(
            OrgGenerator.Generate(options.Sizes, objects),
            [.. objects.Select(_ => ObjectState.Untouched)],
            new SchemaView(objects, Seconds(_time.GetUtcNow())));
        _state = new OrgState(_first);
        Id = IdAt("Organization", 0);
    }

    /// <summary>The org's id, of 18 characters.</summary>
    public string Id { get; }

    /// <summary>The org's time.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The user that integrations run as.</summary>
    public string Username => UsernameAt(0);

    /// <summary>The id of the user that integrations run as.</summary>
    public string UserId => IdAt("User", 0);

    internal OrgSnapshot Snapshot => _state.Current;

    /// <summary>Goes through the records of an object in the order of their ids, independently of the API.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="includeHidden">Whether to include deleted and archived records, which a plain query does not see.</param>
    /// <returns>The records as they stand now, made one by one.</returns>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public IEnumerable<EmulatedRecord> Rows(string objectName, bool includeHidden = false)
    {
        var snapshot = Snapshot;
        return OrgRows.Read(snapshot, Definition(objectName), includeHidden);
    }

    /// <summary>Counts the records of an object that a plain query sees.</summary>
    /// <param name="objectName">The object.</param>
    /// <returns>Their number.</returns>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public long Count(string objectName) => OrgRows.Count(Snapshot, Definition(objectName));

    /// <summary>The id of a record by its place, the deleted included.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="index">The place, from 0.</param>
    /// <returns>The id, of 18 characters.</returns>
    /// <exception cref="ArgumentException">There is no such object, or no such record.</exception>
    public string IdAt(string objectName, long index)
    {
        var (definition, snapshot) = (Definition(objectName), Snapshot);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, snapshot.End(definition));
        return snapshot.Tables[definition].Ids.At(index).ToString();
    }

    /// <summary>Reads a record, deleted or not.</summary>
    /// <param name="id">Its id, of 15 or 18 characters.</param>
    /// <returns>The record; null where there is none.</returns>
    public EmulatedRecord? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var snapshot = Snapshot;
        return RecordId.TryParse(id, out var parsed) && snapshot.TryFind(parsed, out var table, out var row)
            ? new EmulatedRecord(snapshot, table, row)
            : null;
    }

    /// <summary>Adds a record. Its id comes after all others of its object.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="fields">Values by field name: string, bool, any number, DateOnly, DateTimeOffset or null.</param>
    /// <returns>The id, of 18 characters.</returns>
    /// <exception cref="ArgumentException">There is no such object or field, a value does not fit, or a required one is missing.</exception>
    public string Insert(string objectName, IReadOnlyDictionary<string, object?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Edit(editor => editor.Insert(Definition(objectName), fields).ToString());
    }

    /// <summary>Adds a record. Its id comes after all others of its object.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="fields">Fields and their values: string, bool, any number, DateOnly, DateTimeOffset or null.</param>
    /// <returns>The id, of 18 characters.</returns>
    /// <exception cref="ArgumentException">There is no such object or field, a value does not fit, or a required one is missing.</exception>
    public string Insert(string objectName, params IReadOnlyList<(string Field, object? Value)> fields) => Insert(objectName, ToDictionary(fields));

    /// <summary>Changes a record and moves its SystemModstamp to now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fields">Fields and their new values.</param>
    /// <exception cref="ArgumentException">There is no such record or field, or a value does not fit.</exception>
    public void Update(string id, params IReadOnlyList<(string Field, object? Value)> fields) => Update(id, ToDictionary(fields));

    /// <summary>Changes a record and moves its SystemModstamp to now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fields">The new values by field name.</param>
    /// <exception cref="ArgumentException">There is no such record or field, or a value does not fit.</exception>
    public void Update(string id, IReadOnlyDictionary<string, object?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Edit(editor => editor.Update(ParseId(id), fields));
    }

    /// <summary>
    /// Puts a record into the recycle bin, where only queryAll still sees it, and its dependents with it: an account's contacts
    /// and opportunities, a person's tasks, roles and campaign memberships. A contact role deleted by itself is gone at once.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    public void Delete(string id) => Edit(editor => RecordRemover.Delete(editor, ParseId(id)));

    /// <summary>
    /// Deletes a record past the recycle bin, its dependents into it; one that is in the recycle bin already leaves it. Not even
    /// queryAll sees it any more, only the deletion log.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    public void HardDelete(string id) => Edit(editor => RecordRemover.HardDelete(editor, ParseId(id)));

    /// <summary>Takes a record out of the recycle bin, and the dependents that were deleted with it.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">It is not in the recycle bin.</exception>
    public void Undelete(string id) => Edit(editor => RecordRemover.Undelete(editor, ParseId(id)));

    /// <summary>
    /// Merges leads, contacts or accounts: what refers to the losers refers to the winner from then on, with a new
    /// SystemModstamp, and the losers go into the recycle bin with the winner as their MasterRecordId. The winner keeps its values.
    /// </summary>
    /// <param name="winner">The id of the record that stays.</param>
    /// <param name="losers">The ids of the others.</param>
    /// <exception cref="ArgumentException">One of the records is not there, or they are not of one object that can be merged.</exception>
    public void Merge(string winner, params IReadOnlyList<string> losers)
    {
        ArgumentNullException.ThrowIfNull(losers);
        Edit(editor => RecordMerger.Merge(editor, ParseId(winner), [.. losers.Select(ParseId)]));
    }

    /// <summary>
    /// Converts a lead to a contact of an account: its campaign memberships and activities become the contact's, and from then
    /// on it cannot be changed through the API.
    /// </summary>
    /// <param name="leadId">The lead's id.</param>
    /// <param name="accountId">The account; null makes one from the lead's company.</param>
    /// <param name="contactId">The contact; null makes one from the lead.</param>
    /// <param name="opportunityName">The name of an opportunity to make, with the contact in its primary role; null makes none.</param>
    /// <returns>The account, the contact and the opportunity.</returns>
    /// <exception cref="ArgumentException">There is no such lead, account or contact, or the lead is converted already.</exception>
    public LeadConversion ConvertLead(string leadId, string? accountId = null, string? contactId = null, string? opportunityName = null) =>
        Edit(editor => LeadConverter.Convert(editor, ParseId(leadId), accountId, contactId, opportunityName));

    /// <summary>Begins changes that show late: see <see cref="LateTransaction"/>.</summary>
    /// <returns>The transaction, which nobody sees before it is committed.</returns>
    public LateTransaction BeginLate() => new(this);

    /// <summary>Adds a custom field to an object. Describes and queries show it from now on; the records that are there hold nothing in it.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such object, the field is there already, or it contradicts itself.</exception>
    public void AddField(string objectName, EmulatedField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _state.Change(snapshot => (SchemaEditor.AddField(snapshot, Definition(objectName), field, Seconds(_time.GetUtcNow())), true));
    }

    /// <summary>Adds a custom object, without records.</summary>
    /// <param name="custom">The object.</param>
    /// <exception cref="ArgumentException">The object is there already, or it or a field contradicts itself.</exception>
    public void AddObject(EmulatedObject custom)
    {
        ArgumentNullException.ThrowIfNull(custom);
        _state.Change(snapshot => (SchemaEditor.AddObject(snapshot, custom, _seed, Seconds(_time.GetUtcNow())), true));
    }

    /// <summary>Hides an object from the integration user: describes leave it out, and querying or writing it is an error.</summary>
    /// <param name="objectName">The object.</param>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public void HideObject(string objectName)
    {
        var hidden = Definition(objectName);
        _state.Change(snapshot => (snapshot with { Schema = snapshot.Schema.Hide(hidden, Seconds(_time.GetUtcNow())) }, true));
    }

    /// <summary>Hides a field from the integration user: describe leaves it out, and selecting it is an error.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such object or field, or it is the id.</exception>
    public void HideField(string objectName, string field)
    {
        var definition = Definition(objectName);
        var hidden = definition.Find(field);
        if (hidden is null || hidden == definition.Id)
        {
            throw new ArgumentException($"{definition.Name} has no field '{field}' that can be hidden.", nameof(field));
        }

        _state.Change(snapshot => (snapshot with { Schema = snapshot.Schema.Hide(hidden, Seconds(_time.GetUtcNow())) }, true));
    }

    /// <summary>Puts everything back as the org was made: records, custom fields and objects, and what is hidden.</summary>
    internal void Reset() => _state.Change(snapshot => (_first with { Schema = new SchemaView(_first.Schema.Objects, snapshot.Schema.After(Seconds(_time.GetUtcNow()))) }, true));

    internal static Dictionary<string, object?> ToDictionary(IReadOnlyList<(string Field, object? Value)> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Starts a transaction: the changes made in this flow of control are seen by it alone until it commits.</summary>
    internal OrgTransaction Begin() => _state.Begin();

    internal string UsernameAt(int user) => StaffGenerator.UsernameOf(_seed, user);

    internal ObjectDefinition Definition(string objectName)
    {
        ArgumentNullException.ThrowIfNull(objectName);
        return Snapshot.Schema.FindAnyObject(objectName) ?? throw new ArgumentException($"The emulated org has no object '{objectName}'.", nameof(objectName));
    }

    internal static RecordId ParseId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return RecordId.TryParse(id, out var parsed) ? parsed : throw WriteErrors.NoSuchRecord();
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>Changes the org as a user, in one step that others see whole or not at all.</summary>
    internal T Edit<T>(Func<OrgEditor, T> edit, int user = 0) => _state.Change(snapshot =>
    {
        var editor = new OrgEditor(snapshot, Seconds(_time.GetUtcNow()), user);
        var result = edit(editor);
        return (editor.Snapshot, result);
    });

    private void Edit(Action<OrgEditor> edit) => Edit(editor =>
    {
        edit(editor);
        return true;
    });
}
