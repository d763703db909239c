using Microsoft.Extensions.Hosting;

namespace SalesforceImport.Emulator.Http;

/// <summary>Leaves the process's signals to the program that the emulator runs in.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
