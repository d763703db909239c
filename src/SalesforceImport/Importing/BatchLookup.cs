using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Asks the store for all that a batch touches, and no more.</summary>
internal sealed class BatchLookup(ContactStore store, BatchScope scope, KnownKeys? known)
{
    /// <summary>What was found, and what was not: the ground that the decision stands on.</summary>
    public async Task<Ground> FindAsync(List<IncomingRecord> records, CancellationToken cancellationToken)
    {
        var sources = new HashSet<SalesforceId>(records.Count);
        var emails = new HashSet<string>(records.Count);
        foreach (var record in records)
        {
            sources.Add(record.Key.Id);
            if (record.LinkedTo is { } target)
            {
                sources.Add(target);
            }

            if (record.Email is { } email)
            {
                emails.Add(email);
            }
        }

        var askedSources = known is null ? sources : [.. sources.Where(known.MayHold)];
        var askedEmails = known is null ? emails : [.. emails.Where(known.MayHold)];
        var found = askedSources.Count + askedEmails.Count == 0
            ? new FindResult { Rows = [] }
            : await store.FindAsync(
                new FindRequest
                {
                    Kind = scope.Schema.Kind,
                    Org = scope.Org,
                    Run = scope.Run,
                    Sources = askedSources,
                    Emails = askedEmails,
                    EmailsOfAnyOrg = scope.Rules.AcrossOrgs,
                },
                cancellationToken).ConfigureAwait(false);
        Subtract(found, sources, emails);
        return new Ground(found, sources, emails);
    }

    private void Subtract(FindResult found, HashSet<SalesforceId> sources, HashSet<string> emails)
    {
        sources.ExceptWith(found.ErasedSources);
        emails.ExceptWith(found.ErasedEmails);
        foreach (var source in found.Rows.SelectMany(row => row.Sources).Concat(found.Orphans))
        {
            sources.Remove(source.Key.Id);
            if (source.LinkedTo is { } target)
            {
                sources.Remove(target);
            }

            if (source.Email is { } email)
            {
                emails.Remove(email);
            }
        }

        if (scope.Schema.EmailIndex is >= 0 and var index)
        {
            emails.ExceptWith(found.Rows
                .Where(row => row.Sources.Count == 0)
                .Select(row => EmailKey.Of(row.Values[index]))
                .OfType<string>());
        }
    }

    internal sealed record Ground(FindResult Found, IReadOnlyCollection<SalesforceId> AbsentSources, IReadOnlyCollection<string> AbsentEmails);
}
