namespace SalesforceImport.Reporting;

/// <summary>What became of a record, and why, in words.</summary>
internal static class OutcomeText
{
    public static string Of(RecordOutcome outcome, RecordReason reason) => reason switch
    {
        RecordReason.Converted => "skipped, because the lead was converted",
        RecordReason.Erased => "skipped, because the person was erased",
        RecordReason.PersonAccount => "skipped, because the account is a person, for whom its contact stands",
        RecordReason.NotNewest => "skipped, because the contact has a newer opportunity",
        RecordReason.AccountMember => "skipped, because the member of the campaign is an account, and neither a contact nor a lead",
        RecordReason.Merged => "skipped, because the record was merged into another one",
        RecordReason.Deleted => "found it deleted in the org",
        RecordReason.LeftSelection => "found it no longer among what is selected",
        RecordReason.ValueMismatch => "failed, because a value does not fit its property",
        RecordReason.Conflict => "failed, because its row kept being changed by another writer",
        RecordReason.Referenced => "failed, because the row it would merge away is still referred to by the application's own tables",
        _ => outcome switch
        {
            RecordOutcome.Created => "created the row",
            RecordOutcome.Updated => "updated the row",
            RecordOutcome.Unchanged => "found the row as it should be",
            _ => "collapsed into a row that another record leads",
        },
    };
}
