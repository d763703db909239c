using SalesforceImport.Mapping;
using SalesforceImport.Matching;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Turns the rows of one step into records with the host's properties.</summary>
internal sealed class RecordMapper
{
    private readonly MatchingRules _rules;
    private readonly TextLengths _lengths;
    private readonly string _object;
    private readonly SalesforceId _org;
    private readonly int[] _columnOfProperty;
    private readonly int _createdDate;
    private readonly int _email;
    private readonly int _isConverted;
    private readonly int _convertedContactId;
    private readonly int _isPersonAccount;
    private readonly int _masterRecordId;
    private readonly int _isDeleted;
    private readonly int _whoId;

    public RecordMapper(ImportStep step, KindSchema schema, MatchingRules rules, SalesforceId org)
    {
        _rules = rules;
        _lengths = new(step);
        _object = step.Object;
        _org = org;
        _columnOfProperty = new int[schema.Count];
        for (int i = 0; i < schema.Count; i++)
        {
            _columnOfProperty[i] = schema.Properties[i].Rule == SyncRule.Never ? -1 : ColumnOf(step, schema.Properties[i].Name);
        }

        _createdDate = Find(step, SystemFields.CreatedDate);
        _email = step.Kind == RecordKind.Contact ? Find(step, SystemFields.Email) : -1;
        _isConverted = Find(step, SystemFields.IsConverted);
        _convertedContactId = Find(step, SystemFields.ConvertedContactId);
        _isPersonAccount = step.Kind == RecordKind.Account ? Find(step, SystemFields.IsPersonAccount) : -1;
        _isDeleted = Find(step, SystemFields.IsDeleted);
        _masterRecordId = _isDeleted >= 0 ? Find(step, SystemFields.MasterRecordId) : -1;
        _whoId = step.Kind == RecordKind.Task ? Find(step, SystemFields.WhoId) : -1;
    }

    /// <summary>Why a record is left out by rule, whatever the store holds.</summary>
    public RecordReason LeftOut(RecordBatch batch, int row) =>
        _isPersonAccount >= 0 && batch.Row(row)[_isPersonAccount] is { IsNull: false } flag && flag.AsBoolean() ? RecordReason.PersonAccount : RecordReason.None;

    /// <summary>What of a record is longer than the property it fills; null when nothing is.</summary>
    public string? TooLong(RecordBatch batch, int row) => _lengths.Problem(batch, row);

    public IncomingRecord Map(RecordBatch batch, int row)
    {
        var columns = batch.Row(row);
        var values = new FieldValue[_columnOfProperty.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int column = _columnOfProperty[i];
            if (column >= 0)
            {
                // Bulk cannot tell empty from null, so neither transport does.
                values[i] = IsEmptyText(columns[column]) ? FieldValue.Null : columns[column];
            }
        }

        var master = Master(columns);
        bool converted = _isConverted >= 0 && columns[_isConverted] is { IsNull: false } flag && flag.AsBoolean();
        return new IncomingRecord
        {
            Source = new StoredSource
            {
                Key = new SourceKey(_org, batch.IdAt(row)),
                Object = _object,
                CreatedDate = _createdDate >= 0 && !columns[_createdDate].IsNull ? columns[_createdDate].AsDateTime() : null,
                Email = _rules.ByEmail && _email >= 0 ? EmailKey.Of(columns[_email]) : null,
                LinkedTo = master ?? (converted && _convertedContactId >= 0 && SalesforceId.TryParse(columns[_convertedContactId].AsText(), out var contact) ? contact : null),
                Contributes = master is null && (!converted || _rules.IncludeConvertedLeads),
            },
            LeftOut = master is not null ? RecordReason.Merged : converted ? RecordReason.Converted : RecordReason.None,
            Values = values,
            Who = _whoId >= 0 && SalesforceId.TryParse(columns[_whoId].AsText(), out var who) ? who : null,
        };
    }

    /// <summary>The record that a deleted one was merged into.</summary>
    private SalesforceId? Master(ReadOnlySpan<FieldValue> columns) =>
        _masterRecordId >= 0 && columns[_isDeleted] is { IsNull: false } deleted && deleted.AsBoolean()
            && SalesforceId.TryParse(columns[_masterRecordId].AsText(), out var master)
                ? master
                : null;

    private static bool IsEmptyText(FieldValue value) =>
        value.TryGetUtf8(out var utf8) ? utf8.IsEmpty : value is { IsNull: false, Type: PropertyType.Text } && value.AsText()!.Length == 0;

    private static int ColumnOf(ImportStep step, string property) =>
        IndexWhere(step, field => field.Properties.Contains(property, StringComparer.OrdinalIgnoreCase));

    private static int Find(ImportStep step, string path) =>
        IndexWhere(step, field => string.Equals(field.Path, path, StringComparison.OrdinalIgnoreCase));

    private static int IndexWhere(ImportStep step, Func<StepField, bool> wanted)
    {
        for (int i = 0; i < step.Fields.Count; i++)
        {
            if (wanted(step.Fields[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
