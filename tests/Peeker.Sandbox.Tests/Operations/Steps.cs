using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>What many tests do with a sandbox whose clock stands still.</summary>
internal static class Steps
{
    public static readonly TimeSpan Done = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    public static Task<Lab> AtNoon() => Lab.StartAsync(new() { FrozenAt = Lab.Noon }, overThePort: false);

    public static Task Pass(this Lab lab, TimeSpan span) => lab.Sandbox.Clock.AdvanceAsync(span);

    public static Task Pass(this Lab lab, int days) => lab.Pass(TimeSpan.FromDays(days));

    public static async Task<string> Place(this Lab lab, string shape, params string[] domains) =>
        (await lab.Post("orders", Lab.Order(shape, domains))).Is(HttpStatusCode.OK).Id;

    public static async Task<string> Complete(this Lab lab, string shape, params string[] domains)
    {
        var order = await lab.Place(shape, domains);
        await lab.Pass(Done);
        return order;
    }

    public static async Task<string> Status(this Lab lab, string path) => (await lab.Get(path)).Is(HttpStatusCode.OK).Data.GetProperty("status").GetString()!;

    public static async Task<IReadOnlyList<string>> Rows(this Lab lab, string path, string member = "id") => (await lab.Get(path)).Is(HttpStatusCode.OK).All(member);

    public static IReadOnlyList<string> All(this Answer answer, string member) => [.. answer.Data.EnumerateArray().Select(row => row.GetProperty(member).GetString()!)];

    public static string Text(this Answer answer, string member) => answer.Data.GetProperty(member).GetString()!;

    public static async Task<string> IdOf(this Lab lab, string domain) =>
        (await lab.Get("domains?per_page=100")).Data.EnumerateArray().Single(row => row.GetProperty("domain").GetString() == domain).GetProperty("id").GetString()!;

    /// <summary>The types of all events, or of those whose type begins so.</summary>
    public static IReadOnlyList<string> Told(this Lab lab, string about = "") =>
        [.. lab.Sandbox.Webhooks.Events.Select(made => made.Type.Value).Where(type => type.StartsWith(about, StringComparison.Ordinal))];
}
