using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Peeker.Sandbox.Load;

/// <summary>From nothing to the first answer, each time in a process of its own, since a second start in one process finds everything compiled.</summary>
internal static class StartUp
{
    public static async Task<int> RunOnceAsync(string what)
    {
        var watch = Stopwatch.StartNew();
        if (what == "empty")
        {
            await using var app = await EmptyServer.StartAsync();
            using var http = new HttpClient();
            (await http.GetAsync(new Uri(app.Urls.First()))).EnsureSuccessStatusCode();
        }
        else if (what == "port")
        {
            await using var sandbox = await PeekerSandbox.StartAsync();
            using var http = new HttpClient();
            await AskAsync(http, sandbox);
        }
        else
        {
            await using var sandbox = PeekerSandbox.Create();
            using var http = new HttpClient(sandbox.CreateHandler());
            await AskAsync(http, sandbox);
        }

        Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The median of several processes.</summary>
    public static double Measure(string what, int times) => Enumerable.Range(0, times).Select(_ => MeasureOnce(what)).Order().ElementAt(times / 2);

    private static double MeasureOnce(string what)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["start", what]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static async Task AskAsync(HttpClient http, PeekerSandbox sandbox)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.BaseAddress, "me")) { Headers = { Authorization = new("Bearer", sandbox.ApiKey) } };
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
