namespace Peeker;

/// <summary>What a failed request means for the run it is part of.</summary>
internal static class BulkFailure
{
    /// <summary>Whether every other request would fail in the same way.</summary>
    public static bool EndsAll(PeekerException failure) => failure is PeekerUnauthorizedException or PeekerForbiddenException or PeekerConfigurationException;

    public static bool MayHaveTakenEffect(PeekerException failure) => failure switch
    {
        PeekerConnectionException lost => lost.MayHaveTakenEffect,
        PeekerServerException => true,
        PeekerResponseException odd => odd.TookEffect,
        _ => false,
    };
}
