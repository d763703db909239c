using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>Builds the pipeline that repeats attempts by what the org said, with growing, jittered waits.</summary>
internal static class RetryPipeline
{
    // An org that is down for maintenance needs longer than one that is busy.
    private const double SlowFactor = 5;

    public static ResiliencePipeline Create(SalesforceOrgSettings settings, TimeProvider timeProvider, ILogger logger)
    {
        if (settings.MaxRetryAttempts <= 0)
        {
            return ResiliencePipeline.Empty;
        }

        return new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = settings.MaxRetryAttempts,
                ShouldHandle = static args => ValueTask.FromResult(
                    args.Outcome.Exception is SalesforceException failure && args.AttemptNumber < failure.Retry.MaxRetries),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
                    Delay(settings, args.AttemptNumber, ((SalesforceException)args.Outcome.Exception!).Retry, Random.Shared.NextDouble())),
                OnRetry = args =>
                {
                    var failure = (SalesforceException)args.Outcome.Exception!;
                    int attempts = Math.Min(settings.MaxRetryAttempts, failure.Retry.MaxRetries) + 1;
                    logger.RequestRetried(args.AttemptNumber + 1, attempts, Answer(failure), args.RetryDelay.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    // What an org says of its own state tells nothing of anybody; what else it says may quote a query.
    private static string Answer(SalesforceException failure) => failure is OrgUnavailableException
        ? failure.Message
        : $"the org answered {failure.ErrorCode ?? "with an error"}{(failure.HttpStatus is { } status ? $" (HTTP {(int)status})" : string.Empty)}.";

    internal static TimeSpan Delay(SalesforceOrgSettings settings, int attempt, RetryAdvice advice, double random)
    {
        if (advice.After is { } asked)
        {
            return asked < settings.MaxRetryAfter ? asked : settings.MaxRetryAfter;
        }

        double whole = settings.RetryDelay.TotalMilliseconds * Math.Pow(2, attempt) * (advice.Slow ? SlowFactor : 1);
        double capped = Math.Min(whole, settings.MaxRetryDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(capped * (0.5 + (random / 2)));
    }
}
