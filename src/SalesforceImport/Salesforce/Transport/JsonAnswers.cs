using System.Text.Json;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>Requests whose answers are JSON, and small enough to be read whole. Thread-safe.</summary>
internal sealed class JsonAnswers(OrgTransport transport)
{
    private const int MaxAnswer = 8 * 1024 * 1024;

    /// <exception cref="OrgUnavailableException">The answer is not the JSON expected.</exception>
    public Task<T> ReadAsync<T>(OrgRequest request, ICallMeter meter, Func<byte[], T> parse, CancellationToken cancellationToken) =>
        transport.SendAsync(
            request,
            meter,
            async (body, token) =>
            {
                using (body)
                {
                    byte[] bytes = await body.ReadWholeAsync(MaxAnswer, token).ConfigureAwait(false);
                    return bytes.AsSpan().TrimStart(" \r\n\t"u8) is [] or [(byte)'<', ..]
                        ? throw OrgErrors.NotJson(body.Status, BodyText.FirstLine(bytes))
                        : Parsed(body, request.What, () => parse(bytes));
                }
            },
            cancellationToken);

    /// <summary>Takes an answer apart; one that is not what it should be counts as lost.</summary>
    /// <exception cref="OrgUnavailableException">The answer is not the JSON expected.</exception>
    public static T Parsed<T>(ResponseBody body, string what, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new OrgUnavailableException(
                $"The org is unavailable: its answer to {what} is not the JSON expected.", null, body.Status, failure)
            { Retry = RetryAdvice.Retry, AnswerLost = true };
        }
    }
}
