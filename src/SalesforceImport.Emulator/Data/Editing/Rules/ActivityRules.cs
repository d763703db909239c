using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>What follows from whom and what an activity is about, and from its state.</summary>
internal static class ActivityRules
{
    private const string Done = "Completed";
    private const int LongestEventInDays = 14;

    public static void ApplyToTask(OrgEditor editor, RowDraft draft)
    {
        SetAccount(editor, draft);
        if (draft.Changes("Status") && !draft.Gives("CompletedDateTime"))
        {
            draft.Set("CompletedDateTime", draft.ReadText("Status") == Done ? editor.Now : null);
        }
    }

    /// <summary>An event has a start under two names, and a duration or an end, of which each gives the other.</summary>
    public static void ApplyToEvent(OrgEditor editor, RowDraft draft)
    {
        SetAccount(editor, draft);
        var start = draft.Gives("StartDateTime") ? draft.ReadTime("StartDateTime") : draft.ReadTime("ActivityDateTime");
        if (start is not { } begin)
        {
            throw WriteErrors.Required(["ActivityDateTime"]);
        }

        var minutes = draft.Gives("EndDateTime") && !draft.Gives("DurationInMinutes")
            ? (long?)(draft.ReadTime("EndDateTime") - begin)?.TotalMinutes
            : draft.ReadWhole("DurationInMinutes");
        if (minutes is not >= 0)
        {
            throw WriteErrors.Required(["DurationInMinutes"]);
        }

        if (minutes > LongestEventInDays * 24 * 60)
        {
            throw new WriteException("FIELD_INTEGRITY_EXCEPTION", $"Event duration can not be longer than {LongestEventInDays} days", "DurationInMinutes");
        }

        var end = begin.AddMinutes(minutes.Value);
        draft.Set("StartDateTime", begin);
        draft.Set("ActivityDateTime", begin);
        draft.Set("DurationInMinutes", minutes);
        draft.Set("EndDateTime", end);
        draft.Set("ActivityDate", DateOnly.FromDateTime(begin.UtcDateTime));
        draft.Set("EndDate", DateOnly.FromDateTime(end.UtcDateTime));
    }

    /// <summary>The account of an activity is that of what it is about, else that of the contact.</summary>
    public static void SetAccount(OrgEditor editor, RowDraft draft)
    {
        if (draft.Gives("AccountId") || (!draft.Changes("WhatId") && !draft.Changes("WhoId")))
        {
            return;
        }

        var account = AccountOf(editor.Snapshot, draft.ReadId("WhatId"));
        account = account.IsNone ? AccountOf(editor.Snapshot, draft.ReadId("WhoId")) : account;
        draft.Set("AccountId", account.IsNone ? null : account);
    }

    private static RecordId AccountOf(OrgSnapshot snapshot, RecordId id)
    {
        if (id.IsNone || !snapshot.TryFind(id, out var table, out var row))
        {
            return default;
        }

        if (table.Definition.Name == "Account")
        {
            return id;
        }

        FieldDefinition? field = table.Definition.Name == "Lead" ? null : table.Definition.Find("AccountId");
        var cell = new Cell();
        if (field is not null)
        {
            new RowReader(snapshot, table).MoveTo(row).Read(field, cell);
        }

        return cell.Kind == CellKind.Id ? cell.Id : default;
    }
}
