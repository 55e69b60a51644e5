using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Peeker.Kill.Tests;

/// <summary>The sandbox in a process of its own, steered over HTTP as docs/sandbox.md describes.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Process _process;
    private readonly HttpClient _control;

    private SandboxProcess(Process process, Uri baseAddress, string apiKey)
    {
        (_process, BaseAddress, ApiKey) = (process, baseAddress, apiKey);
        _control = new() { BaseAddress = new(baseAddress, "/_sandbox/"), Timeout = Patience };
    }

    public Uri BaseAddress { get; }

    public string ApiKey { get; }

    public static async Task<SandboxProcess> StartAsync(int seed)
    {
        var process = ProgramUnderTest.Start("Sandbox", ["--urls", "http://127.0.0.1:0", "--rate-limit", "none", "--seed", $"{seed}"]);
        process.BeginErrorReadLine();
        try
        {
            var address = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            var key = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            return new(process, new(address! + "/"), key!);
        }
        catch
        {
            await StopAsync(process);
            throw;
        }
    }

    /// <summary>From now on it closes the connection of a share of all orders without an answer; no other faults are left.</summary>
    public async Task DropOrdersAsync(double share, bool afterWork)
    {
        using var cleared = await _control.DeleteAsync(new Uri("faults", UriKind.Relative));
        cleared.EnsureSuccessStatusCode();
        await AddFaultAsync(new { kind = "drop", share, after_work = afterWork, operation = "Orders_Create" });
    }

    /// <summary>Closes the connections of the next orders without an answer.</summary>
    public Task DropNextOrdersAsync(int count, bool afterWork) => AddFaultAsync(new { kind = "drop", count, after_work = afterWork, operation = "Orders_Create" });

    /// <summary>Holds back the answers to the next orders, as an API would that is not on the same machine.</summary>
    public Task DelayOrdersAsync(int count, double seconds, bool afterWork) =>
        AddFaultAsync(new { kind = "stall", count, stall_seconds = seconds, after_work = afterWork, operation = "Orders_Create" });

    /// <summary>The requests it has seen, in the order of their answers.</summary>
    public async Task<IReadOnlyList<SandboxRequest>> ReadRequestsAsync() =>
        (await _control.GetFromJsonAsync<Answer>(new Uri("requests", UriKind.Relative), Json))!.Data;

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await StopAsync(_process);
    }

    private async Task AddFaultAsync<T>(T fault)
    {
        using var answer = await _control.PostAsJsonAsync(new Uri("faults", UriKind.Relative), fault);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task StopAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private sealed record Answer([property: JsonRequired] IReadOnlyList<SandboxRequest> Data);
}
