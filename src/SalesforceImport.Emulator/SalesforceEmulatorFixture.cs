namespace SalesforceImport.Emulator;

/// <summary>
/// An emulator that tests share: a class or collection fixture of xUnit, or a field of whatever other frameworks share. It starts
/// when the first test asks for it and stops when the fixture is disposed. Thread-safe.
/// </summary>
/// <remarks>
/// Tests that change the org call <see cref="SalesforceEmulator.Reset"/> before or after, or have an emulator each: starting one
/// takes milliseconds, whatever the size of its org.
/// </remarks>
public class SalesforceEmulatorFixture : IAsyncDisposable, IDisposable
{
    private readonly Lock _lock = new();
    private Task<SalesforceEmulator>? _started;
    private bool _disposed;

    /// <summary>The emulator, which is started at the first call.</summary>
    /// <returns>The same emulator at each call.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The fixture is disposed.</exception>
    public Task<SalesforceEmulator> StartAsync()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _started ??= SalesforceEmulator.StartAsync(CreateOptions(), CancellationToken.None);
        }
    }

    /// <summary>Says how the org is made. The defaults, unless overridden.</summary>
    /// <returns>The options.</returns>
    protected virtual EmulatorOptions CreateOptions() => new();

    /// <summary>Stops the emulator, if it was started.</summary>
    /// <returns>Done when its port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        Task<SalesforceEmulator>? started;
        lock (_lock)
        {
            (started, _started, _disposed) = (_started, null, true);
        }

        if (started is not null)
        {
            var emulator = await started.ConfigureAwait(false);
            await emulator.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the emulator, for frameworks that know no other way; waits until its port is free.</summary>
    public void Dispose()
    {
        // The server stops on threads of its own: nothing below comes back to the calling context.
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }
}
