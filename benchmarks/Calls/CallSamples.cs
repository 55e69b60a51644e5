using System.Text.Json;

namespace Peeker.Benchmarks.Calls;

/// <summary>What all callers send.</summary>
internal static class CallSamples
{
    public const string Key = "pk_test_0123456789abcdef", OrderId = "ord_01HZX0OR1A2B3C4D5E6F7G8H";

    public static IReadOnlyList<string> Names { get; } = [.. Documents.Samples.Availability.Domains.Select(row => row.Domain)];

    public static byte[] AvailabilityBody => JsonSerializer.SerializeToUtf8Bytes(new { domains = Names });

    /// <summary>The platform's client, as everyone but Peeker is given it.</summary>
    public static HttpClient Http(Uri address, HttpMessageHandler? handler)
    {
        var http = new HttpClient(handler ?? new SocketsHttpHandler(), disposeHandler: handler is null) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        return http;
    }
}
