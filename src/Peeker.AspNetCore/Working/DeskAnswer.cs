namespace Peeker.AspNetCore;

/// <summary>What became of an event.</summary>
internal enum DeskAnswer
{
    /// <summary>Worked on and completed.</summary>
    Done,

    /// <summary>Kept by a durable inbox, to be worked on.</summary>
    Kept,

    /// <summary>Known already, or set aside for a person.</summary>
    Known,

    /// <summary>Somebody else is working on it, or has taken it over.</summary>
    Busy,

    /// <summary>A handler failed.</summary>
    Failed,

    /// <summary>The inbox could not be reached, or the host stops.</summary>
    Unavailable,
}
