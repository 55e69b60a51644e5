using System.Globalization;
using CsCheck;

namespace Peeker.Sandbox.Tests.Properties;

public sealed class SequenceTests
{
    /// <summary>On a failure the shortest sequence found is shown, with the seed that gives it again in the variable CsCheck_Seed.</summary>
    [Fact]
    public Task After_any_valid_calls_the_sandbox_shows_what_the_facts_say() => Step.Sequences.SampleAsync(
        async steps =>
        {
            await using var lab = Lab.InProcess(new() { FrozenAt = Lab.Noon, Seed = 7, RateLimit = null, PremiumSwapPercent = 100 });
            var model = new Model();
            var walk = new Walk(lab, model);
            foreach (var step in steps) await walk.Take(step);
            await new Comparison(lab, model, walk, size: 3).Run();
            // What is under way is compared above; here it has ended.
            await walk.Advance(TimeSpan.FromSeconds(1));
            await new Comparison(lab, model, walk, size: 100).Run();
        },
        iter: int.TryParse(Environment.GetEnvironmentVariable("PEEKER_SEQUENCES"), CultureInfo.InvariantCulture, out var count) ? count : 250,
        print: steps => "\n" + string.Join('\n', steps));
}
