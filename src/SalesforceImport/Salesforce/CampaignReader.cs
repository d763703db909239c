using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce;

/// <summary>Reads campaigns.</summary>
internal sealed class CampaignReader(SalesforceOrg org, ICallMeter meter)
{
    private static readonly QueryColumn[] Columns =
    [
        new("Id", PropertyType.Text),
        new("Name", PropertyType.Text),
        new("IsActive", PropertyType.Boolean),
        new("Status", PropertyType.Text),
        new("Type", PropertyType.Text),
        new("NumberOfLeads", PropertyType.Integer),
        new("NumberOfContacts", PropertyType.Integer),
    ];

    public Task<List<CampaignInfo>> ListAsync(bool includeInactive, CancellationToken cancellationToken) =>
        ReadAsync((includeInactive ? string.Empty : " WHERE IsActive = true") + " ORDER BY Name, Id", cancellationToken);

    public Task<List<CampaignInfo>> FindAsync(IReadOnlyList<SalesforceId> ids, CancellationToken cancellationToken) =>
        ReadAsync($" WHERE Id IN ({string.Join(',', ids.Select(id => $"'{id}'"))})", cancellationToken);

    private async Task<List<CampaignInfo>> ReadAsync(string rest, CancellationToken cancellationToken)
    {
        var campaigns = new List<CampaignInfo>();
        var query = new QueryRequest("Campaign", $"SELECT {string.Join(", ", Columns.Select(column => column.Path))} FROM Campaign{rest}", Columns);
        await foreach (var batch in org.QueryAsync(query, meter, cancellationToken).ConfigureAwait(false))
        {
            for (int row = 0; row < batch.Count; row++)
            {
                campaigns.Add(Read(batch.IdAt(row), batch.Row(row)));
            }
        }

        return campaigns;
    }

    private static CampaignInfo Read(SalesforceId id, ReadOnlySpan<FieldValue> values) => new()
    {
        Id = id,
        Name = values[1].AsText() ?? id.ToString(),
        IsActive = !values[2].IsNull && values[2].AsBoolean(),
        Status = values[3].AsText(),
        Type = values[4].AsText(),
        Leads = values[5].IsNull ? null : values[5].AsInteger(),
        Contacts = values[6].IsNull ? null : values[6].AsInteger(),
    };
}
