using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Peeker.Benchmarks.Calls;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Measuring;
using Peeker.Http;
using Polly;

namespace Peeker.Benchmarks.Handlers;

/// <summary>What each link of the pipeline adds to a call, each alone before a handler that answers at once.</summary>
internal sealed class HandlerSection : ISection
{
    private static readonly Uri Address = new("http://127.0.0.1:1/");

    public string Name => "Handlers";

    public bool HasHeadline => false;

    public async Task MeasureAsync(Effort effort, Report report)
    {
        var body = DocumentSet.Named("order of 10 domains").Bytes;
        await using var budget = new SlidingRequestBudget(new() { Permits = 10_000_000 });
        using var floor = new FloorCaller(Address, new CannedHandler(body));
        using var peeker = new PeekerCaller(Address, new CannedHandler(body));
        var key = new ApiKey(_ => ValueTask.FromResult(CallSamples.Key), [Address.Host]);
        using var alone = new HttpMessageInvoker(new CannedHandler(body));
        using var authorization = new HttpMessageInvoker(new AuthorizationHandler(new BaseBearerTokenAuthenticationProvider(key)) { InnerHandler = new CannedHandler(body) });
        using var userAgent = new HttpMessageInvoker(new UserAgentHandler(new UserAgentHandlerOption { ProductName = "peeker-dotnet", ProductVersion = "1.0.0" }) { InnerHandler = new CannedHandler(body) });
        using var credentials = new HttpMessageInvoker(new Credentials(key, new() { ProductName = "peeker-dotnet", ProductVersion = "1.0.0" }) { InnerHandler = new CannedHandler(body) });
        using var departure = new HttpMessageInvoker(new Departure { InnerHandler = new CannedHandler(body) });
        using var all = Pipeline.Build(new() { Handler = new CannedHandler(body) }, key);

        (string Name, Action Work)[] work =
        [
            ("the request and an answer, no handler", () => Send(alone)),
            ("AuthorizationHandler (Kiota)", () => Send(authorization)),
            ("UserAgentHandler (Kiota)", () => Send(userAgent)),
            ("Credentials, which replaces both", () => Send(credentials)),
            ("Departure", () => Send(departure)),
            ("Credentials and Departure", () => Send(all)),
            ("a permit of the request budget", () => budget.AttemptAcquire().Dispose()),
            ("the limit of an attempt's time", () => new AttemptLimit(TimeSpan.FromSeconds(60), TimeProvider.System, CancellationToken.None).Dispose()),
            ("a whole call of the floor, without a socket", () => floor.GetOrderAsync().GetAwaiter().GetResult()),
            ("a whole call of Peeker, without a socket", () => peeker.GetOrderAsync().GetAwaiter().GetResult()),
        ];
        var (control, ratios) = effort.Contest.Ratios(work.Select(one => one.Work).ToList());
        report.Heading("The pipeline, each link alone, as a multiple of sending without any");
        report.Table(["", "time", "bytes"], work.Select((one, index) => (IReadOnlyList<string>)
            [one.Name, index == 0 ? $"A/A {Report.Ratio(control)}" : Report.Ratio(ratios[index]), Report.Bytes(Contest.Allocated(one.Work))]));
    }

    private static void Send(HttpMessageInvoker invoker)
    {
        using var request = new AttemptRequest(HttpMethod.Get, Address);
        using var answer = invoker.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
    }
}
