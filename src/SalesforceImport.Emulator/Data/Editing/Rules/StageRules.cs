namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>An opportunity's probability follows its stage, unless the writer says otherwise.</summary>
internal static class StageRules
{
    private const int PercentPerStage = 11;

    public static void Apply(OrgEditor editor, RowDraft draft)
    {
        if (draft.Changes("StageName") && !draft.Gives("Probability"))
        {
            draft.Set("Probability", ProbabilityOf(draft.Definition.Field("StageName").Values, draft.ReadText("StageName")));
        }
    }

    /// <summary>The probability of a stage: more with each, none for the last, which is a deal that was lost.</summary>
    public static decimal ProbabilityOf(IReadOnlyList<string> stages, string? stage)
    {
        var place = stages.TakeWhile(name => name != stage).Count();
        return place >= stages.Count - 1 ? 0 : Math.Min(100, (place + 1) * PercentPerStage);
    }
}
