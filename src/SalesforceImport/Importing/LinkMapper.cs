using SalesforceImport.Matching;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Turns the rows of a step into links.</summary>
internal sealed class LinkMapper(ImportStep step)
{
    private readonly Dictionary<string, int> _columns = step.Fields.Index().ToDictionary(field => field.Item.Path, field => field.Index, StringComparer.OrdinalIgnoreCase);

    public IncomingLink Map(RecordBatch batch, int row)
    {
        var id = batch.IdAt(row);
        var values = batch.Row(row);
        switch (step.Links)
        {
            case LinkKind.OpportunityContact:
                return new(id, Link(id, Id(values, "OpportunityId"), Id(values, "ContactId"), values), Newest: Instant(values, LinkSteps.OpportunityCreatedDate));

            case LinkKind.CampaignMember:
                var link = Link(id, Id(values, "CampaignId"), Id(values, "ContactId") ?? Id(values, "LeadId"), values);
                return new(id, link, link is null ? RecordReason.AccountMember : RecordReason.None);

            default:
                return new(id, Link(id, Id(values, "TaskId"), Id(values, "RelationId"), values));
        }
    }

    private StoredLink? Link(SalesforceId record, SalesforceId? from, SalesforceId? to, ReadOnlySpan<FieldValue> values) => from is not { } source || to is not { } target
        ? null
        : new()
        {
            Key = new(step.Links!.Value, source, target),
            Record = record,
            Role = Value(values, "Role").AsText() ?? Value(values, "Status").AsText(),
            IsPrimary = Flag(values, "IsPrimary"),
            HasResponded = Flag(values, "HasResponded"),
            RespondedOn = Value(values, "FirstRespondedDate") is { IsNull: false } date ? date.AsDate() : null,
        };

    private FieldValue Value(ReadOnlySpan<FieldValue> values, string path) => _columns.TryGetValue(path, out int column) ? values[column] : FieldValue.Null;

    private SalesforceId? Id(ReadOnlySpan<FieldValue> values, string path) => SalesforceId.TryParse(Value(values, path).AsText(), out var id) ? id : null;

    private bool Flag(ReadOnlySpan<FieldValue> values, string path) => Value(values, path) is { IsNull: false } flag && flag.AsBoolean();

    private DateTimeOffset? Instant(ReadOnlySpan<FieldValue> values, string path) => Value(values, path) is { IsNull: false } instant ? instant.AsDateTime() : null;
}
