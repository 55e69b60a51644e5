namespace Peeker;

/// <summary>What an inbox says to somebody who wants to work on an event.</summary>
public enum InboxAnswer
{
    /// <summary>The claim is granted.</summary>
    Claimed,

    /// <summary>The event was completed before; there is nothing to do.</summary>
    Completed,

    /// <summary>Somebody else has the lease.</summary>
    Busy,

    /// <summary>The event failed too often and waits in the dead-letter list for a person.</summary>
    Dead,
}
