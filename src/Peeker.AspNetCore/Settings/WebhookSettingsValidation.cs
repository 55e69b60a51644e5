using Microsoft.Extensions.Options;

namespace Peeker.AspNetCore;

/// <summary>Runs at the start of the host and whenever configuration changes. Without a secret nothing could be trusted.</summary>
internal sealed class WebhookSettingsValidation : IValidateOptions<PeekerWebhookSettings>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, PeekerWebhookSettings options)
    {
        var wrong = new List<string>();
        if (options.Secrets.Count == 0)
            wrong.Add("Secrets: there is no webhook secret. Set Secrets:live, and Secrets:sandbox for a sandbox, to what the portal showed when the address was saved.");
        foreach (var (label, secret) in options.Secrets)
        {
            if (label.Length == 0) wrong.Add("Secrets: a secret has no label; name it, for example live.");
            if (label.StartsWith(ReconciledState.Label, StringComparison.OrdinalIgnoreCase))
                wrong.Add($"The label {label} of a secret begins as that of events found by asking, {ReconciledState.Label}; call it something else.");
            if (string.IsNullOrWhiteSpace(secret)) wrong.Add($"Secrets:{label} is empty; set it, or take the label away.");
        }

        Number(options.MaxBodyBytes, 1, 1 << 30, nameof(options.MaxBodyBytes));
        Number(options.Workers, 1, 1024, nameof(options.Workers));
        Number(options.MaxAttempts, 1, 1000, nameof(options.MaxAttempts));
        Span(options.Tolerance, TimeSpan.FromSeconds(1), Day, nameof(options.Tolerance));
        Span(options.Lease, TimeSpan.FromSeconds(1), Day, nameof(options.Lease));
        Span(options.SlowAfter, TimeSpan.FromMilliseconds(1), Day, nameof(options.SlowAfter));
        Span(options.SlowInBackgroundAfter, TimeSpan.FromMilliseconds(1), Day, nameof(options.SlowInBackgroundAfter));
        Span(options.RetryAfter, TimeSpan.FromMilliseconds(1), Day, nameof(options.RetryAfter));
        Span(options.MaxRetryAfter, options.RetryAfter, TimeSpan.FromDays(7), nameof(options.MaxRetryAfter));
        Span(options.PollEvery, TimeSpan.FromMilliseconds(10), Day, nameof(options.PollEvery));
        Span(options.SweepEvery, TimeSpan.FromSeconds(1), Day, nameof(options.SweepEvery));
        Span(options.StopWithin, TimeSpan.Zero, Day, nameof(options.StopWithin));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Number(int value, int least, int most, string setting)
        {
            if (value < least || value > most) wrong.Add($"{setting} is {value}; it must be from {least} to {most}.");
        }

        void Span(TimeSpan value, TimeSpan least, TimeSpan most, string setting)
        {
            if (value < least || value > most) wrong.Add($"{setting} is {value}; it must be from {least} to {most}.");
        }
    }
}
