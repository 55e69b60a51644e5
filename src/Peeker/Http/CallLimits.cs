namespace Peeker.Http;

/// <summary>How long and how often a call tries.</summary>
/// <param name="AttemptTimeout">How long one attempt may take.</param>
/// <param name="Deadline">How long all of it may take.</param>
/// <param name="MaxRetries">How many attempts may follow the first.</param>
internal sealed record CallLimits(TimeSpan AttemptTimeout, TimeSpan Deadline, int MaxRetries)
{
    /// <summary>The limits of the options, each replaced by what the call says for itself.</summary>
    public CallLimits With(PeekerCallOptions call) => new(
        Checked(call.AttemptTimeout ?? AttemptTimeout, nameof(AttemptTimeout)),
        Checked(call.Deadline ?? Deadline, nameof(Deadline)),
        Checked(call.MaxRetries ?? MaxRetries));

    public static CallLimits Of(PeekerClientOptions options) => new(
        Checked(options.AttemptTimeout, nameof(AttemptTimeout)), Checked(options.Deadline, nameof(Deadline)), Checked(options.MaxRetries));

    private static TimeSpan Checked(TimeSpan time, string setting) => time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time.TotalMilliseconds <= int.MaxValue)
        ? time
        : throw new PeekerConfigurationException(setting, $"{setting} must be more than nothing and at most 24 days, or Timeout.InfiniteTimeSpan.");

    private static int Checked(int retries) => retries >= 0
        ? retries
        : throw new PeekerConfigurationException(nameof(MaxRetries), "MaxRetries must not be negative; 0 makes one attempt.");
}
