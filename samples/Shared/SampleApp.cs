using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace SalesforceImport.Samples.Shared;

/// <summary>Runs a sample: Ctrl-C stops it gracefully, and whatever goes wrong becomes one sentence and an exit code.</summary>
internal static class SampleApp
{
    private const int Misused = 2;
    private const int Failed = 5;
    private const int Cancelled = 130;

    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> sample)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await sample(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Say("Cancelled. What has been imported stays; run the sample again to go on.", Cancelled);
        }
        catch (Exception exception) when (exception is UsageException or OptionsValidationException)
        {
            return Say(exception.Message, Misused);
        }
        catch (SalesforceImportException exception)
        {
            return Say(exception.Message, Failed);
        }
        catch (Exception exception)
        {
            return Say($"Something went wrong that should not: {exception.Message}", Failed);
        }
    }

    private static int Say(string sentence, int exitCode)
    {
        Console.Error.WriteLine(sentence);
        return exitCode;
    }
}
