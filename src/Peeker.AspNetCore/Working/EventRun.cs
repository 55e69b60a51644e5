using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Peeker.AspNetCore;

/// <summary>Runs the handlers of a claimed event, has the run watched over meanwhile, and completes it.</summary>
internal sealed class EventRun(IServiceScopeFactory scopes, IEnumerable<HandlerEntry> handlers, IWebhookInbox inbox, RunWatches watches, StopLimit limit, WebhookLog log)
{
    private readonly HandlerEntry[] _handlers = [.. handlers];

    /// <summary>Whether two positions of one resource stand for one state, whenever it was reached.</summary>
    // Divided by two, since a position is even when an event told of the state, and odd when it was found by asking.
    public static bool IsSameState(long? newest, long position) => newest % WebhookEvent.PositionsPerSecond / 2 == position % WebhookEvent.PositionsPerSecond / 2;

    /// <summary>The claim is completed, or left to the caller to give back.</summary>
    public async ValueTask<RunResult> RunAsync(InboxClaim claim, PeekerWebhookSettings settings, Patience? patience, WebhookEvent? read = null)
    {
        if (claim.Event.IsReconciled && await WasToldAsync(claim.Event).ConfigureAwait(false))
            return await inbox.CompleteAsync(claim, CancellationToken.None).ConfigureAwait(false) ? RunEnd.Known : RunEnd.TakenOver;

        var watch = watches.Begin(claim, settings.Lease, patience);
        await using (watch.ConfigureAwait(false))
        {
            try
            {
                await HandleAsync(claim, read ?? WebhookEvent.Parse(claim.Event.Body.Span), watch.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever a handler throws, the event is tried again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (watch.IsLost) return TakenOver(claim);
                // Whatever it throws then: what a handler calls does not always say that it was cancelled.
                return limit.Token.IsCancellationRequested ? RunEnd.Stopped : new RunResult(RunEnd.Failed, failure.GetType().FullName ?? nameof(Exception));
            }
        }

        return await inbox.CompleteAsync(claim, CancellationToken.None).ConfigureAwait(false) ? RunEnd.Completed : TakenOver(claim);
    }

    private async ValueTask HandleAsync(InboxClaim claim, WebhookEvent happened, CancellationToken cancellationToken)
    {
        // A documented event in a shape that cannot be read: completed without its handler it would be lost. It fails, unless a handler asked for such events.
        if (happened is UnknownEvent { IsKnownType: true } unfit && !_handlers.Any(handler => handler is HandlerEntry<UnknownEvent>)) throw new JsonException(unfit.Problem);
        var scope = new LazyScope(scopes);
        await using (scope.ConfigureAwait(false))
        {
            foreach (var handler in _handlers)
            {
                if (handler.Takes(happened)) await handler.RunAsync(happened, claim, scope, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The newest completed event of the resource told of this very state.
    private async Task<bool> WasToldAsync(InboxEvent reconciled) =>
        reconciled.ResourceId is { } resource && IsSameState(await inbox.NewestPositionAsync(resource).ConfigureAwait(false), reconciled.Position);

    private RunEnd TakenOver(InboxClaim claim)
    {
        log.TakenOver(claim.Event.EventType, claim.Event.EventId, claim.Attempt);
        return RunEnd.TakenOver;
    }
}
