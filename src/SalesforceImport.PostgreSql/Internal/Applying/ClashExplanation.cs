namespace SalesforceImport.PostgreSql.Internal;

/// <summary>A record that clashes with a row the change set does not know of has appeared since; otherwise the set contradicts itself.</summary>
internal static class ClashExplanation
{
    /// <summary>The conflict behind a clash, found in a transaction of its own, as the other has been taken back.</summary>
    public static async Task<ApplyResult> FindAsync(
        Session session, KindLayout layout, ChangeSet set, SourceClashException clash, CancellationToken cancellationToken)
    {
        Ground ground = null!;
        var round = session.Round();
        Ground.Read(round, layout, session.Address, found => ground = found);
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        var check = new ChangeSetCheck(layout, ground, set);
        if (await check.FindAsync(session, leaveCreatedToIndex: false, cancellationToken).ConfigureAwait(false) is { } conflict)
        {
            return conflict;
        }

        var appeared = new List<SalesforceId>();
        foreach (var ofOrg in clash.Keys.GroupBy(key => key.Org))
        {
            var lookup = new KeyLookup(layout, ground, ofOrg.Key);
            var keys = session.Round();
            lookup.FindSources(keys, [.. ofOrg.Select(key => key.Id)]);
            await lookup.SendAsync(keys, cancellationToken).ConfigureAwait(false);
            appeared.AddRange(ofOrg.Select(key => key.Id).Where(id =>
                lookup.KnownSources.TryGetValue(id, out long owner) && owner > 0 && !check.Rows.ContainsKey(owner)));
        }

        return appeared.Count > 0 ? ApplyResult.Conflict([], appeared, []) : throw new InvalidOperationException(clash.Message, clash);
    }
}
