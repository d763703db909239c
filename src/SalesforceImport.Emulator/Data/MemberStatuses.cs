namespace SalesforceImport.Emulator.Data;

/// <summary>What the statuses of a campaign say of its members.</summary>
internal static class MemberStatuses
{
    /// <summary>Whether members of a status have responded; null where the campaign has no such status.</summary>
    public static bool? HasResponded(OrgSnapshot snapshot, RecordId campaign, ReadOnlySpan<byte> status)
    {
        var cell = new Cell();
        foreach (var row in Of(snapshot, campaign))
        {
            row.Read(row.Table.Definition.Field("Label"), cell);
            if (cell.Kind == CellKind.Text && cell.Text.SequenceEqual(status))
            {
                row.Read(row.Table.Definition.Field("HasResponded"), cell);
                return cell.IsTrue;
            }
        }

        return null;
    }

    /// <summary>The status of members that come without one; null where the campaign has no default.</summary>
    public static byte[]? DefaultOf(OrgSnapshot snapshot, RecordId campaign)
    {
        var cell = new Cell();
        foreach (var row in Of(snapshot, campaign))
        {
            row.Read(row.Table.Definition.Field("IsDefault"), cell);
            if (cell.IsTrue)
            {
                row.Read(row.Table.Definition.Field("Label"), cell);
                return cell.Text.ToArray();
            }
        }

        return null;
    }

    private static IEnumerable<RowReader> Of(OrgSnapshot snapshot, RecordId campaign)
    {
        var statuses = snapshot.Tables[snapshot.Schema.Get("CampaignMemberStatus")];
        var reader = new RowReader(snapshot, statuses);
        return Referrers.Of(snapshot, statuses, statuses.Definition.Field("CampaignId"), [campaign])!.Distinct().Select(reader.MoveTo).Where(row => !row.IsDeleted);
    }
}
