namespace Peeker.Sandbox.Http;

/// <summary>A refusal, in the documented envelope.</summary>
internal sealed class Fault(int status, ErrorCode code, string message, string? at = null, ErrorDetails? details = null) : Exception(message)
{
    public int Status => status;

    public ApiError Error => new() { Code = code, Message = Message, Field = at, Details = details };

    /// <summary>The methods a path takes, when it was not asked with one of them.</summary>
    public string? Allow { get; init; }

    public static Fault Invalid(string field, string message) => new(400, ErrorCode.InvalidRequest, message, field);

    public static Fault NotFound(string what, string? field = null) => new(404, ErrorCode.NotFound, $"This account has no such {what}.", field);

    public static Fault RateLimited(string message, TimeSpan wait, string? reason) =>
        new(429, ErrorCode.RateLimited, message, null, new() { RetryAfterSeconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds)), Reason = reason });
}
