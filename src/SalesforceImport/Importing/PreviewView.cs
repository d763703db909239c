using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Shows change sets to people: by property names, with the rules that decided.</summary>
internal sealed class PreviewView(ImportPlan plan)
{
    private readonly Dictionary<RecordKind, IReadOnlyList<MappedProperty>> _properties = plan.Kinds.ToDictionary(kind => kind.Kind, kind => kind.Properties);

    public PreviewedBatch Of(ChangeSet changes) => new()
    {
        Records =
        [
            .. changes.Logs.SelectMany(log => RecordLogCodec.Unpack(log).Select(result => new PreviewedRecord(log.Object, result.Id, result.Outcome, result.Reason, result.Detail))),
        ],
        Rows = [.. changes.Changes.Select(change => Row(changes.Kind, change))],
        LinksPut = changes.PutLinks.Count,
        LinksDropped = changes.DroppedLinks.Count,
    };

    private PreviewedRow Row(RecordKind kind, RowChange change) => change switch
    {
        CreateRow create => new()
        {
            Kind = kind,
            Change = PreviewedRowChange.Create,
            Leader = create.Leader.Key.Id,
            Properties = [.. create.Values.Index().Where(value => !value.Item.IsNull).Select(value => Property(kind, value.Index, FieldValue.Null, value.Item))],
        },
        UpdateRow update => new()
        {
            Kind = kind,
            Change = PreviewedRowChange.Update,
            RowId = update.Id,
            Leader = update.Leader?.Key.Id,
            Properties = [.. update.Properties.Select(value => Property(kind, value.Property, value.Before, value.After))],
        },
        RemoveRow remove => new()
        {
            Kind = kind,
            Change = remove.MergedInto is null ? PreviewedRowChange.Delete : PreviewedRowChange.Merge,
            RowId = remove.Id,
            MergedInto = remove.MergedInto,
        },
        _ => throw new InvalidOperationException($"A preview cannot show {change.GetType().Name}."),
    };

    private PreviewedProperty Property(RecordKind kind, int index, FieldValue before, FieldValue after)
    {
        var property = _properties[kind][index];
        return new(property.Name, before, after, property.Rule, property.IsOptOut);
    }
}
