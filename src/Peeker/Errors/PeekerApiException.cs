using System.Net;
using Peeker.Http;

namespace Peeker;

/// <summary>
/// The API answered with an error. The derived types are the documented codes; a code that is not documented arrives as this type.
/// Branch on the type or on <see cref="Code"/>, as the documentation advises (docs.peeker.ai/best-practices).
/// </summary>
public class PeekerApiException : PeekerException
{
    private protected PeekerApiException(Answer answer, ApiError? error, string remedy)
        : base(Describe(answer, error, remedy), answer.Operation.Id, answer.RequestId, inner: null)
    {
        Status = answer.Status;
        Code = error?.Code ?? default;
        Field = error?.Field;
        Details = error?.Details;
        ApiMessage = error?.Message;
        RawBody = answer.Text;
        RetryAfter = Longer(Details?.RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(Math.Max(seconds, 0)) : null, answer.RetryAfter);
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The stable code of the error; empty when a server failed without the documented envelope.</summary>
    public ErrorCode Code { get; }

    /// <summary>The member of the request at fault, for example <c>personas[1].profile_picture_url</c>.</summary>
    public string? Field { get; }

    /// <summary>Figures that go with the code.</summary>
    public ErrorDetails? Details { get; }

    /// <summary>
    /// How long the API asks to wait, from <c>error.details.retry_after_seconds</c>, or from a <c>Retry-After</c> header where one is longer
    /// (none is documented); null when the answer does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The API's own words. They may change, and may quote what was sent: keep them out of logs.</summary>
    public string? ApiMessage { get; }

    /// <summary>The body of the answer. It may hold personal data; keep it out of logs.</summary>
    public string RawBody { get; }

    internal static PeekerApiException From(Answer answer, ApiError? error) => (error?.Code.Value) switch
    {
        ErrorCode.Names.InvalidRequest => new PeekerInvalidRequestException(answer, error),
        ErrorCode.Names.Unauthorized => new PeekerUnauthorizedException(answer, error),
        ErrorCode.Names.Forbidden => new PeekerForbiddenException(answer, error),
        ErrorCode.Names.NotFound => new PeekerNotFoundException(answer, error),
        ErrorCode.Names.RateLimited => new PeekerRateLimitedException(answer, error),
        ErrorCode.Names.OrderShapeConflict => new PeekerOrderShapeConflictException(answer, error),
        ErrorCode.Names.DomainCountMismatch => new PeekerDomainCountMismatchException(answer, error),
        null when (int)answer.Status == 401 => new PeekerUnauthorizedException(answer, error),
        null when (int)answer.Status == 403 => new PeekerForbiddenException(answer, error),
        null when (int)answer.Status == 429 => new PeekerRateLimitedException(answer, error),
        _ when (int)answer.Status >= 500 => new PeekerServerException(answer, error),
        _ => new PeekerApiException(answer, error, "The code is not one this version knows; ApiMessage has the API's own words."),
    };

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;

    // A code and a path look like this; anything else may be a value out of the request.
    private static string Printable(string text) =>
        text.Length <= 100 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '[' or ']') ? text : "…";

    private static string Describe(Answer answer, ApiError? error, string remedy)
    {
        var field = error?.Field is { } name ? $" on '{Printable(name)}'" : "";
        var code = error is null ? "an error without the documented envelope" : $"'{Printable(error.Code.Value)}'{field}";
        return $"{answer.Operation.Id}: {code} (HTTP {(int)answer.Status}, request {answer.RequestId ?? "without id"}). {remedy}";
    }
}
