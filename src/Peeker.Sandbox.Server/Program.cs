using System.Net.Sockets;
using System.Runtime.InteropServices;
using Peeker.Sandbox;
using Peeker.Sandbox.Server;

PeekerSandboxOptions options;
try
{
    options = ServerArguments.Parse(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var sandbox = await PeekerSandbox.StartAsync(options, stop.Token);

    // Each whole on a line of its own, for scripts: base address, key, webhook secret.
    Console.WriteLine(sandbox.BaseAddress.ToString().TrimEnd('/'));
    Console.WriteLine(sandbox.ApiKey);
    Console.WriteLine(sandbox.Webhooks.Secret);
    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception unusable) when (unusable is IOException or SocketException)
{
    Console.Error.WriteLine($"{options.Url.Authority} is in use or cannot be listened on; choose another with --urls.");
    return 2;
}

return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
