namespace Peeker.Http;

/// <summary>Whether a request may be sent again when it is not known if the first one took effect (<c>x-replay</c>).</summary>
internal enum Replay
{
    /// <summary>Nothing is documented: a repeat may do the work twice.</summary>
    Unsafe,

    /// <summary>Exactly the same body returns the first result, for 24 hours.</summary>
    SameBody,

    /// <summary>A repeat changes nothing.</summary>
    Safe,
}
