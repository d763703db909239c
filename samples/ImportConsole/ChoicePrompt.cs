using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Asks what is to be imported.</summary>
internal static class ChoicePrompt
{
    private const string OfCampaign = "The members of a campaign";

    public static async Task<Choice> AskAsync(Screen screen, ISalesforceImporter importer, CancellationToken cancellationToken)
    {
        string title = await new SelectionPrompt<string> { Title = "What shall be imported?", Converter = Markup.Escape, PageSize = 12 }
            .AddChoices([.. RecordSet.All.Select(set => set.Title), OfCampaign])
            .ShowAsync(screen.Out, cancellationToken);
        if (title != OfCampaign)
        {
            return new([RecordSet.All.Single(set => set.Title == title)], []);
        }

        var campaigns = await importer.Org.ListCampaignsAsync(cancellationToken: cancellationToken);
        if (campaigns.Count == 0)
        {
            throw new UsageException("The org has no active campaign, or the user may not see any.");
        }

        var prompt = new SelectionPrompt<CampaignInfo> { Title = "Which campaign?", Converter = campaign => Markup.Escape($"{campaign.Name} ({campaign.Id})"), PageSize = 15 };
        return new([], [(await prompt.AddChoices(campaigns).ShowAsync(screen.Out, cancellationToken)).Id.ToString()]);
    }
}
