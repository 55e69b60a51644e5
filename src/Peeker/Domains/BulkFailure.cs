using Peeker.Retry;

namespace Peeker;

/// <summary>What a failed request means for the run it is part of.</summary>
internal static class BulkFailure
{
    /// <summary>Whether every other request would fail in the same way.</summary>
    public static bool EndsAll(PeekerException failure) => failure is PeekerUnauthorizedException or PeekerForbiddenException or PeekerConfigurationException;

    /// <summary>Whether the work may have been done although no result can be shown.</summary>
    public static bool MayHaveTakenEffect(PeekerException failure) => failure switch
    {
        PeekerOutcomeUnknownException => true,
        PeekerResponseException odd => odd.TookEffect || Failure.Of(odd).Kind == FailureKind.Ambiguous,
        _ => Failure.Of(failure).Kind == FailureKind.Ambiguous,
    };
}
