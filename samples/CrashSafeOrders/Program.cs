using CrashSafeOrders;
using Peeker;

ShopArguments arguments;
try
{
    arguments = ShopArguments.Parse(args);
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    await Console.Error.WriteLineAsync(ShopArguments.Usage);
    return 2;
}

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancel.Cancel();
};

try
{
    if (arguments.BaseAddress is null) return await Story.TellAsync(arguments, Console.Out, cancel.Token) ? 0 : 1;
    using var book = new OrderBook(arguments.Database!);
    using var peeker = new PeekerClient(new PeekerClientOptions { BaseAddress = arguments.BaseAddress });
    return await new Shop(book, peeker, new(Console.Out), TimeProvider.System).RunAsync(arguments.Start, arguments.Orders, arguments.AtOnce, cancel.Token) ? 0 : 1;
}
catch (PeekerException failure)
{
    // The message of every exception of the SDK is fit for a log: no key, no password, no body, no e-mail.
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped. What is open is resumed by the next start.");
    return 1;
}
