using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;
using Peeker.Diagnostics;
using Peeker.Json;
using Peeker.Retry;
using Polly;

namespace Peeker.Http;

/// <summary>Carries one operation to the API and back: bytes out, resource or typed exception in, by as many attempts as are safe.</summary>
internal sealed class PeekerTransport : IDisposable
{
    private readonly AttemptSender _sender;
    private readonly ClientTelemetry _telemetry;
    private readonly Lazy<ResiliencePipeline> _retry;
    private readonly CallLimits _limits;
    private readonly IReadOnlyList<IRequestOption> _callOptions;

    public PeekerTransport(PeekerClientOptions options, HttpMessageInvoker handlers, Uri baseAddress, Budget.CallBudget budget, ClientTelemetry telemetry)
    {
        (Time, Random) = (options.Time, options.Random);
        _telemetry = telemetry;
        _limits = CallLimits.Of(options);
        _retry = new(() => RetryPipeline.Build(Time));
        _sender = new(handlers, baseAddress, budget, telemetry, options.Time, options.MaxResponseBytes);
        _callOptions = [];
    }

    private PeekerTransport(PeekerTransport whole, IReadOnlyList<IRequestOption> callOptions)
    {
        (Time, Random) = (whole.Time, whole.Random);
        (_telemetry, _retry, _sender) = (whole._telemetry, whole._retry, whole._sender);
        _callOptions = [.. whole._callOptions.Where(old => callOptions.All(option => option.GetType() != old.GetType())), .. callOptions];
        _limits = callOptions.OfType<PeekerCallOptions>().Aggregate(whole._limits, (limits, call) => limits.With(call));
    }

    /// <summary>The clock of every wait.</summary>
    public TimeProvider Time { get; }

    /// <summary>Where the jitter of waits comes from.</summary>
    public Random Random { get; }

    /// <summary>The same connections, budget and clock, and other options for each call.</summary>
    public PeekerTransport With(IReadOnlyList<IRequestOption> options) => new(this, options);

    public Task<PeekerResponse<T>> SendAsync<T>(Operation operation, string target, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, null, null, Envelope.ReadData<T>, cancellationToken);

    public Task<PeekerResponse<T>> SendAsync<T>(Operation operation, string target, byte[]? body, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, body, null, Envelope.ReadData<T>, cancellationToken);

    /// <summary>The same, with a time after which no attempt begins.</summary>
    public Task<PeekerResponse<T>> SendAsync<T>(Operation operation, string target, byte[]? body, DateTimeOffset notAfter, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, body, notAfter, Envelope.ReadData<T>, cancellationToken);

    public Task<PeekerResponse<Page<T>>> SendPageAsync<T>(Operation operation, string target, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, null, null, Page<T>.ReadJson, cancellationToken);

    public void Dispose() => _sender.Dispose();

    private async Task<PeekerResponse<T>> SendAsync<T>(
        Operation operation, string target, byte[]? body, DateTimeOffset? notAfter, WireReader<T> read, CancellationToken cancellationToken)
    {
        _sender.ThrowIfDisposed();
        using var activity = ClientTelemetry.CallStarts(operation);
        var call = new Call(operation, target, body, _limits, notAfter, _callOptions, _telemetry, Time, Random);
        var attempts = new Attempts<T>(_sender, call, read);
        var outcome = await attempts.RunAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Exception is { } first && call.GoesOnAfter(first) && !cancellationToken.IsCancellationRequested) outcome = await RepeatAsync(attempts, outcome, cancellationToken).ConfigureAwait(false);
        var failure = outcome.Exception is { } last ? call.Conclude(last, cancellationToken) : null;
        _telemetry.CallEnds(call, activity, failure);
        if (failure is not null) throw failure;
        return outcome.Result!;
    }

    // Nearly every call ends with its first attempt; only one that does not pays for the pipeline, and the first of a process for its making.
    private async Task<Outcome<PeekerResponse<T>>> RepeatAsync<T>(Attempts<T> attempts, Outcome<PeekerResponse<T>> first, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryPipeline.Call, attempts.Call);
        try
        {
            Outcome<PeekerResponse<T>>? ended = first;
            return await _retry.Value.ExecuteOutcomeAsync(
                (context, attempts) =>
                {
                    if (ended is not { } made) return attempts.RunAsync(context.CancellationToken);
                    ended = null;
                    return new(made);
                },
                context,
                attempts).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>What each attempt of a call needs.</summary>
    private readonly record struct Attempts<T>(AttemptSender Sender, Call Call, WireReader<T> Read)
    {
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        public async ValueTask<Outcome<PeekerResponse<T>>> RunAsync(CancellationToken cancellationToken)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Outcome.FromResult(await Sender.SendAsync(Call, Read, cancellationToken).ConfigureAwait(false));
            }
#pragma warning disable CA1031 // The outcome carries every exception on: the decision to repeat is made from it, and it is thrown in the end.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                return Outcome.FromException<PeekerResponse<T>>(failure);
            }
        }
    }
}
