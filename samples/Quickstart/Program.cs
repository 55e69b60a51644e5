using Peeker;
using Quickstart;
using Spectre.Console;

var screen = new Screen(AnsiConsole.Console);
using var cancel = new CancellationTokenSource(TimeSpan.FromMinutes(10));
try
{
    await using var world = await PartnerWorld.OpenAsync(screen, Environment.GetEnvironmentVariable("PEEKER_API_KEY"), cancel.Token);
    var flow = new PartnerFlow(world, screen);
    var completed = await flow.SmokeTestAsync(cancel.Token) && await flow.SellBundleAsync(cancel.Token);
    screen.Verdict(completed);
    return completed ? 0 : 1;
}
catch (PeekerException failure)
{
    // The message of every exception of the SDK is fit for a log: no key, no body, no e-mail.
    screen.Failure(failure.Message);
    return 1;
}
catch (LiveKeyException refused)
{
    screen.Failure(refused.Message);
    return 2;
}
catch (OperationCanceledException)
{
    screen.Failure("The order did not complete within 10 minutes; ask for it again by its id.");
    return 1;
}
