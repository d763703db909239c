namespace SalesforceImport.EndToEndTests.Support;

/// <summary>Waits for something to come true, and gives up after a minute.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<bool> condition, string because)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition())
        {
            deadline.IsCancellationRequested.Should().BeFalse("{0} within {1}", because, Deadline);
            await Task.Delay(Pause);
        }
    }
}
