using System.Data.Common;
using System.Text.RegularExpressions;
using SalesforceImport.DependencyInjection;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Where an import goes: a file, or a database server.</summary>
internal abstract partial class StorePlace
{
    /// <summary>The place for people and scripts, without secrets.</summary>
    public abstract string Name { get; }

    /// <summary>What to give <c>--store</c> to come here again, without secrets.</summary>
    public abstract string Argument { get; }

    /// <summary>Whether there can be anything in it yet.</summary>
    public abstract bool Exists { get; }

    /// <summary>What to say where nothing has been imported into it.</summary>
    public virtual string SaysNothingImported => $"Nothing has been imported into {Name} yet.";

    /// <summary>A connection string names a server; anything else is a file.</summary>
    /// <exception cref="UsageException">It is meant for a server, and cannot be read.</exception>
    public static StorePlace Of(string store) => LooksLikeServer().IsMatch(store) ? new StoreServer(store) : new StoreFile(store);

    /// <summary>Finds out whether the place can be used, before the org is asked anything.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public abstract void Check();

    /// <summary>Makes it the importer's store and journal.</summary>
    public abstract void Use(SalesforceImportBuilder builder);

    /// <summary>Makes it the importer's store and journal for those who only look.</summary>
    public virtual void UseReading(SalesforceImportBuilder builder) => Use(builder);

    /// <summary>Whether it can be written; where that is not known before it is tried, true.</summary>
    public virtual bool CanBeWritten() => true;

    /// <summary>A connection of the console's own, beside those of the import.</summary>
    public abstract DbConnection Open();

    [GeneratedRegex(@"(^|;)\s*(host|server)\s*=|^postgres(ql)?:", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeServer();
}
