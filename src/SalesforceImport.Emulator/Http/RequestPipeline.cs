using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SalesforceImport.Emulator.Faults;

namespace SalesforceImport.Emulator.Http;

/// <summary>What every request goes through before it is answered: log, edge, allowance, faults.</summary>
internal sealed class RequestPipeline(OrgServices services, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var target = RequestTarget.Parse(context.Features.Get<IHttpRequestFeature>()!.RawTarget);
        var now = services.Options.TimeProvider.GetUtcNow();
        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        context.Items[typeof(RequestTarget)] = target;
        if (target.Segments is [] or ["_emulator", ..])
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var call = services.Calls.Begin(now, context.Request.Method, target.Path, target.Query);
        var dropped = false;
        context.Response.OnStarting(() =>
        {
            services.Calls.End(call, dropped ? 0 : context.Response.StatusCode);
            return Task.CompletedTask;
        });
        void Drop()
        {
            dropped = true;
            context.Abort();
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await AnswerAsync(context, target, call, next, Drop, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            Drop();
        }
    }

    private async Task AnswerAsync(HttpContext context, RequestTarget target, long call, RequestDelegate next, Action drop, CancellationToken ended)
    {
        if (await EdgeGuard.RefuseAsync(context).ConfigureAwait(false))
        {
            return;
        }

        var refusal = Admission.Admit(services, context, target, call);
        services.LongRequests.Begin(call);
        try
        {
            var fault = services.Faults.Next(target, context.Request.Method);
            var strike = new FaultStrike(services, context, target, drop, ended);
            if (fault is not null && await fault.StrikeAsync(strike).ConfigureAwait(false))
            {
                return;
            }

            await (refusal is null
                ? next(context)
                : Answers.ErrorAsync(context, refusal.Status, refusal.ErrorCode, refusal.Message)).ConfigureAwait(false);
            if (fault is not null)
            {
                await fault.FinishAsync(strike).ConfigureAwait(false);
            }
        }
        finally
        {
            services.LongRequests.End(call);
        }
    }
}
