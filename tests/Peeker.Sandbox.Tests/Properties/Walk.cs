using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Properties;

/// <summary>Takes steps with the sandbox and with the model, and compares what each step says at once.</summary>
internal sealed partial class Walk(Lab lab, Model model)
{
    /// <summary>How long the sandbox takes for what happens in the background; the facts say seconds.</summary>
    private static readonly TimeSpan Background = TimeSpan.FromSeconds(1);

    public Task Take(Step step) => step.Kind switch
    {
        StepKind.CreateBundle => CreateBundle(step),
        StepKind.UpdateBundle => UpdateBundle(step),
        StepKind.DeleteBundle => DeleteBundle(step),
        StepKind.CreateUser => CreateUser(step),
        StepKind.UpdateUser => UpdateUser(step),
        StepKind.DeleteUser => DeleteUser(step),
        StepKind.Import => Import(step),
        StepKind.StartImportJob => StartImportJob(step),
        StepKind.CheckAvailability => CheckAvailability(step),
        StepKind.OrderByBundle => OrderByBundle(step),
        StepKind.OrderByLicences => OrderByLicences(step),
        StepKind.OrderAgain => OrderAgain(step),
        StepKind.CancelOrder => Cancel(step, whole: true),
        StepKind.CancelDomains => Cancel(step, whole: false),
        StepKind.Swap => Swap(step),
        StepKind.ChangeUserNames => ChangeUserNames(step),
        StepKind.SetForwarding => SetForwarding(step),
        _ => Advance(step.Span),
    };

    public async Task Advance(TimeSpan by)
    {
        await lab.Sandbox.Clock.AdvanceAsync(by);
        model.Advance(by);
    }

    private async Task CreateBundle(Step step)
    {
        var (google, volume) = (step.B % 3 == 0 ? (int?)null : step.B % 101, 1 + (step.A % 4000));
        var answer = await Post("bundles", new
        {
            name = $"Bundle {step.A}", monthly_sending_volume = volume, google_percent = google, microsoft_percent = 100 - google,
            send_on_weekends = step.A % 2 == 0, google_inboxes_per_domain = 2 + (step.B % 2),
        });
        model.Bundles.Add(new(answer.Is(HttpStatusCode.Created).Id) { Name = $"Bundle {step.A}", Volume = volume, Google = google, Weekends = step.A % 2 == 0, Inboxes = 2 + (step.B % 2) });
    }

    private async Task UpdateBundle(Step step)
    {
        if (Pick(model.Bundles, step.A) is not { } bundle) return;
        var answer = (step.B % 4) switch
        {
            0 => await Patch($"bundles/{bundle.Id}", new { name = $"Renamed {step.B}" }),
            1 => await Patch($"bundles/{bundle.Id}", new { monthly_sending_volume = 1 + (step.B % 4000), google_percent = (int?)null, microsoft_percent = (int?)null }),
            2 => await Patch($"bundles/{bundle.Id}", new { google_percent = step.B % 101, microsoft_percent = 100 - (step.B % 101) }),
            _ => await Patch($"bundles/{bundle.Id}", new { send_on_weekends = true, google_inboxes_per_domain = 3 }),
        };
        answer.Is(HttpStatusCode.OK);
        if (step.B % 4 == 0) bundle.Name = $"Renamed {step.B}";
        else if (step.B % 4 == 1) (bundle.Volume, bundle.Google) = (1 + (step.B % 4000), null);
        else if (step.B % 4 == 2) bundle.Google = step.B % 101;
        else (bundle.Weekends, bundle.Inboxes) = (true, 3);
    }

    private async Task DeleteBundle(Step step)
    {
        if (Pick(model.Bundles, step.A) is not { } bundle) return;
        var answer = (await lab.Delete($"bundles/{bundle.Id}")).Is(HttpStatusCode.OK);
        Assert.Equal(bundle.Used ? "archived" : "deleted", Text(answer.Data, "status"));
        if (bundle.Used) bundle.Archived = true;
        else model.Bundles.Remove(bundle);
    }

    private async Task CreateUser(Step step)
    {
        var email = $"person-{step.A}@acme.com";
        if (model.Users.Exists(user => user.Email == email && !user.Deleted)) return;
        var answer = await Post("users", new { email, first_name = $"Person {step.B}", sequencer = new { provider = "smartlead", client_id = step.B } });
        model.Users.Add(new(answer.Is(HttpStatusCode.Created).Id) { Email = email, First = $"Person {step.B}" });
    }

    private async Task UpdateUser(Step step)
    {
        if (Pick(model.Users.FindAll(user => !user.Deleted), step.A) is not { } user) return;
        var email = $"moved-{step.B}@acme.com";
        if (model.Users.Exists(other => other.Email == email && !other.Deleted)) return;
        (await Patch($"users/{user.Id}", new { email, first_name = "Moved" })).Is(HttpStatusCode.OK);
        (user.Email, user.First) = (email, "Moved");
    }

    private async Task DeleteUser(Step step)
    {
        if (Pick(model.Users.FindAll(user => !user.Deleted), step.A) is not { } user) return;
        Assert.Equal("deleted", Text((await lab.Delete($"users/{user.Id}")).Is(HttpStatusCode.OK).Data, "status"));
        user.Deleted = true;
    }

    private Task<Answer> Post(string path, object body) => lab.Post(path, JsonSerializer.Serialize(body));

    private Task<Answer> Patch(string path, object body) => lab.Patch(path, JsonSerializer.Serialize(body));

    private static T? Pick<T>(List<T> from, int number)
        where T : class => from.Count == 0 ? null : from[number % from.Count];

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
