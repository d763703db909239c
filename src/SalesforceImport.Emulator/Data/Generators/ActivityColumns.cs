using SalesforceImport.Emulator.Data.Relations;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Whom and what tasks and events are about.</summary>
internal static class ActivityColumns
{
    public static void AddLinks(ObjectTable table, GeneratorContext context, ActivityLinks links)
    {
        var (contacts, leads) = (context.Ids("Contact"), context.Ids("Lead"));
        var (accounts, opportunities) = (context.Ids("Account"), context.Ids("Opportunity"));
        long AccountOf(long activity)
        {
            var contact = links.ContactOf(activity);
            var account = contact >= 0 ? context.Relations.Accounts.AccountOf(contact) : -1;

            // Where activities have relations, one that is about an account is about one even if its contact has none.
            return account < 0 && (contact < 0 || context.Sizes.SharedActivities) && context.Sizes.Accounts > 0
                && links.LeadOf(activity) < 0 && ActivityLinks.IsAboutAccount(activity) ? activity % context.Sizes.Accounts : account;
        }

        table.Columns.Add("WhoId", (row, cell) =>
        {
            var contact = links.ContactOf(row.Row);
            GeneratorContext.WriteId(contact >= 0 ? contacts : leads, contact >= 0 ? contact : links.LeadOf(row.Row), cell);
        });
        table.Columns.Add("WhatId", (row, cell) =>
        {
            var opportunity = links.OpportunityOf(row.Row);
            GeneratorContext.WriteId(
                opportunity >= 0 ? opportunities : accounts,
                opportunity >= 0 ? opportunity : context.Sizes.Accounts > 0 && ActivityLinks.IsAboutAccount(row.Row) ? AccountOf(row.Row) : -1,
                cell);
        });
        table.Columns.Add("AccountId", (row, cell) => GeneratorContext.WriteId(accounts, AccountOf(row.Row), cell));
        table.AddSeek("WhoId", id =>
            contacts.RowOf(id) is >= 0 and var contact ? links.OfContact(contact) : links.OfLead(leads.RowOf(id)));
        table.AddSeek("WhatId", id => opportunities.RowOf(id) is >= 0 and var opportunity
            ? links.OfOpportunity(opportunity)
            : links.OfAccount(accounts.RowOf(id), context.Relations.Accounts));
    }
}
