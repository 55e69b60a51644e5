namespace Peeker.Diagnostics;

/// <summary>The names of tags, after the conventions for HTTP clients where they have one.</summary>
internal static class CallTags
{
    public const string Operation = "peeker.operation";
    public const string End = "peeker.attempt.end";
    public const string Method = "http.request.method";
    public const string Template = "url.template";
    public const string Host = "server.address";
    public const string Port = "server.port";
    public const string Status = "http.response.status_code";
    public const string Resend = "http.request.resend_count";
    public const string ErrorType = "error.type";
    public const string RequestId = "peeker.request_id";
}
