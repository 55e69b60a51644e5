using System.Net;
using System.Text;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

/// <summary>A client whose answers are written in the test. A request that no test expected throws.</summary>
internal sealed class Stub : IDisposable
{
    public const string Key = "pk_test_0123456789SECRET";
    public const string RequestId = "req_01HZX0RQ1A2B3C4D5E6F7G8H";

    public Stub(PeekerClientOptions? options = null)
    {
        Mock.Fallback.Throw(new InvalidOperationException("The test expected no such request."));
        Client = new PeekerClient(Key, new()
        {
            Handler = Mock,
            BaseAddress = options?.BaseAddress ?? PeekerClientOptions.DefaultBaseAddress,
            MaxResponseBytes = options?.MaxResponseBytes ?? 1 << 20,
            AttemptTimeout = options?.AttemptTimeout ?? TimeSpan.FromSeconds(30),
            // A test is about the answer, not about patience, unless it says so.
            MaxRetries = options?.MaxRetries ?? 0,
            RequestsPerMinute = null,
            RequestBudget = options?.RequestBudget,
            Time = options?.Time ?? TimeProvider.System,
            Random = options?.Random ?? Random.Shared,
        });
    }

    public MockHttpMessageHandler Mock { get; } = new();

    public PeekerClient Client { get; }

    public static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
        Headers = { { "Peeker-Request-Id", RequestId } },
    };

    /// <summary>Answers every request in the same way.</summary>
    public static Stub Answering(HttpStatusCode status, string json, string type = "application/json")
    {
        var stub = new Stub();
        stub.Mock.When("*").Respond(_ => new HttpResponseMessage(status)
        {
            Content = new StringContent(json, Encoding.UTF8, type),
            Headers = { { "Peeker-Request-Id", RequestId } },
        });
        return stub;
    }

    public void Dispose()
    {
        Client.Dispose();
        Mock.Dispose();
    }
}
