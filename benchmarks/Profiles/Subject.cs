using System.Globalization;
using Peeker.Benchmarks.Calls;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Serving;
using Peeker.Benchmarks.Webhooks;

namespace Peeker.Benchmarks.Profiles;

/// <summary>The top path of a section, done over and over in a process that is looked into, or that keeps such a one busy.</summary>
internal sealed record Subject(string What, string Threads, int ProcessId, Func<Task> WorkAsync)
{
    public const string Argument = "work";

    private const string Own = "work";

    // For as long as the process lives.
    private static ServerProcess? _server;

    public static IReadOnlyList<string> Names { get; } = ["Reading", "Writing", "Verify", "Calls", "Endpoint"];

    /// <summary>Works until the input ends. The first line of the output says which threads of which process are of interest, and what they do.</summary>
    public static async Task RunAsync(string name)
    {
        var subject = await MakeAsync(name);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subject.ProcessId}|{subject.Threads}|{subject.What}"));
        var end = Task.Run(Console.In.ReadToEndAsync);
        while (!end.IsCompleted) await subject.WorkAsync();
    }

    private static async Task<Subject> MakeAsync(string name)
    {
        switch (name)
        {
            case "Reading":
                var order = DocumentSet.Named("order of 10 domains");
                var reader = Peeker(order);
                return OfLoop($"read an {order.Name}", () => reader.Read(order.Bytes));
            case "Writing":
                var request = DocumentSet.Named("order request of 10 domains");
                var writer = Peeker(request);
                var value = writer.Read(request.Bytes);
                return OfLoop($"write an {request.Name}", () => writer.Write(value));
            case "Verify":
                var (body, timestamp) = (DocumentSet.Named("swap.created").Bytes, WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow));
                var (verifier, signature) = (new WebhookVerifier(AnswerServer.Secret), WebhookSignatureScheme.Sign(AnswerServer.Secret, timestamp, body));
                return OfLoop(string.Create(CultureInfo.InvariantCulture, $"verify a delivery of {body.Length} B"), () => verifier.TryVerify(body, timestamp, signature, out _));
            case "Calls":
                _server = await ServerProcess.StartAsync();
                var caller = new PeekerCaller(_server.Address);
                return new("get an order, one at a time: the client's process", "", Environment.ProcessId, async () =>
                {
                    for (var call = 0; call < 1000; call++) await caller.GetOrderAsync();
                });
            case "Endpoint":
                var receiver = await Receiver.StartAsync(AnswerServer.Webhooks, 32);
                var deliveries = new Deliveries(new Sandbox.WebhookEvents(seed: 2).OrderCompleted());
                return new(string.Create(CultureInfo.InvariantCulture, $"receive a documented event of {deliveries.BodyLength} B: the server's process"), "", receiver.ProcessId, () => receiver.TakeAsync(deliveries, 4000));
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    /// <summary>On a thread that bears a name, so that nobody else's work is counted.</summary>
    private static Subject OfLoop(string what, Action once)
    {
        new Thread(() =>
        {
            while (true) once();
        }) { Name = Own, IsBackground = true }.Start();
        return new(what, Own, Environment.ProcessId, () => Task.Delay(100));
    }

    private static Contender Peeker(Document document) => document.Contenders.First(contender => contender.Name == Contender.Peeker);
}
