using System.Collections.Concurrent;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// The locks of a database, one for each kind: a locked file beside it, which the operating system unlocks when the
/// process ends, however it ends. An in-memory database lives in one process, and so do its locks.
/// </summary>
internal sealed class LeaseLocks(DatabaseAddress address)
{
    private static readonly ConcurrentDictionary<string, bool> InProcess = new(StringComparer.Ordinal);

    private readonly string _private = Guid.NewGuid().ToString();

    /// <summary>The lock, to be disposed of; null when it is taken.</summary>
    public IDisposable? TryTake(string databaseFile, RecordKind kind) =>
        address.InMemory
            ? TryTakeInProcess($"{(address.Shared ? address.DataSource : _private)}.{kind.Name()}")
            : TryLockFile($"{databaseFile}.{kind.Name()}.lock");

    private static InProcessLock? TryTakeInProcess(string name) =>
        InProcess.TryAdd(name, true) ? new InProcessLock(name) : null;

    private static FileStream? TryLockFile(string file)
    {
        try
        {
            // The file stays behind when the lock goes: to remove it would pull it from under a process that waits for it.
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new SalesforceImportException(
                $"The lock file '{file}' cannot be opened. Give this process write permission to it and to its folder.", exception);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        {
            throw new SalesforceImportException($"The lock file '{file}' cannot be made: {exception.Message}", exception);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private sealed class InProcessLock(string name) : IDisposable
    {
        public void Dispose() => InProcess.TryRemove(name, out _);
    }
}
