using Peeker.Http;
using Polly;
using Polly.Retry;

namespace Peeker.Retry;

/// <summary>Polly carries out what <see cref="RetryRule"/> decides: it repeats, and waits on the injected clock.</summary>
internal static class RetryPipeline
{
    public static readonly ResiliencePropertyKey<Call> Call = new("peeker.call");

    public static ResiliencePipeline Build(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            // The rule counts, since each call may have a limit of its own.
            MaxRetryAttempts = int.MaxValue,
            // The first attempt was made, and decided on, before the pipeline was asked for.
            ShouldHandle = static args => ValueTask.FromResult(args.AttemptNumber == 0 || (args.Outcome.Exception is { } failure && CallOf(args.Context).GoesOnAfter(failure))),
            DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(CallOf(args.Context).Wait),
        })
        .Build();

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);
}
