namespace Peeker;

/// <summary>A text is not the name of a root domain. Nothing was sent.</summary>
public sealed class PeekerDomainNameException : PeekerException
{
    internal PeekerDomainNameException(DomainNameProblem problem)
        : base(problem.ToString(), operation: null, requestId: null, inner: null) => Problem = problem;

    /// <summary>What is wrong, and what to write instead.</summary>
    public DomainNameProblem Problem { get; }
}
