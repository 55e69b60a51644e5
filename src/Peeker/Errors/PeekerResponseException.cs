using System.Net;
using Peeker.Http;

namespace Peeker;

/// <summary>
/// An answer that is not what the specification says: not JSON, cut short, too large, or without a member that it requires.
/// A call with a success status took effect all the same. It is repeated only where its answer was cut short and a repeat is safe.
/// </summary>
public sealed class PeekerResponseException : PeekerException
{
    internal PeekerResponseException(string problem, string? member, Answer answer, Exception? inner, bool cutShort = false)
        : base(Describe(problem, answer), answer.Operation.Id, answer.RequestId, inner)
    {
        Status = answer.Status;
        Member = member;
        RawBody = answer.Text;
        CutShort = cutShort;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The member at fault, as a path from the top of the body (<c>data.required_domains.google</c>); null when there is no one member.</summary>
    public string? Member { get; }

    /// <summary>The body as far as it was read. It may hold personal data; keep it out of logs.</summary>
    public string RawBody { get; }

    /// <summary>Whether the status says that the call was carried out.</summary>
    public bool TookEffect => (int)Status is >= 200 and < 300;

    /// <summary>Whether the connection ended before the body did; another attempt may get all of it.</summary>
    internal bool CutShort { get; }

    private static string Describe(string problem, Answer answer)
    {
        var effect = answer.Operation.Replay == Replay.Safe ? "The call is safe to repeat."
            : (int)answer.Status is >= 200 and < 300
            ? "The call took effect; look its result up instead of sending it again."
            : "Check that the base address is the API's and that no proxy answers in its place.";
        return $"{answer.Operation.Id}: {problem} (HTTP {(int)answer.Status}, request {answer.RequestId ?? "without id"}). {effect}";
    }
}
