using System.Text.Json;

namespace Peeker.Json;

/// <summary>JSON that is well formed but not what the specification says.</summary>
internal sealed class WireException : JsonException
{
    /// <param name="member">The member missing from the object that ends here; null when the value here is at fault.</param>
    /// <param name="problem">What is wrong, in words that hold no value of the document.</param>
    public WireException(string? member, string problem)
        : base(member is null ? $"The value {problem}." : $"The member '{member}' {problem}.")
    {
        Member = member;
        Problem = problem;
    }

    public string? Member { get; }

    public string Problem { get; }
}
