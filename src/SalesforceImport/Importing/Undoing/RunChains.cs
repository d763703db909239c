using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Finds out what has been undone. Remembers what it found: use one for the length of an attempt.</summary>
internal sealed class RunChains(ContactStore store)
{
    private readonly Dictionary<string, RunChain> _chains = [];
    private readonly Dictionary<string, bool> _imports = [];

    /// <summary>Whether it is an import whose work stands. Undos and redos have no work of their own.</summary>
    public async Task<bool> StandsAsync(string run, CancellationToken cancellationToken)
    {
        if (!_imports.TryGetValue(run, out bool isImport))
        {
            isImport = await store.FindRunAsync(run, cancellationToken).ConfigureAwait(false) is not { } known || !UndoPlan.IsOf(known);
            _imports.Add(run, isImport);
        }

        return isImport && !await IsUndoneAsync(run, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> IsUndoneAsync(string import, CancellationToken cancellationToken)
    {
        if (!_chains.TryGetValue(import, out var chain))
        {
            _chains.Add(import, chain = await ReadAsync(import, cancellationToken).ConfigureAwait(false));
        }

        return chain.IsUndone;
    }

    public async Task<RunChain> ReadAsync(string import, CancellationToken cancellationToken)
    {
        var chain = new RunChain(import, null, 0, IsRedo: true);
        while (await store.FindRunAsync(chain.IsRedo ? chain.NextUndo : chain.NextRedo, cancellationToken).ConfigureAwait(false) is { } next)
        {
            chain = new(import, next, chain.IsRedo ? chain.Turn + 1 : chain.Turn, !chain.IsRedo);
        }

        return chain;
    }
}
