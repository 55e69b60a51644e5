namespace Peeker.AspNetCore;

/// <summary>How work on an event ended.</summary>
internal enum RunEnd
{
    /// <summary>Every handler returned, and the inbox completed the event.</summary>
    Completed,

    /// <summary>A state found by asking had been told of before; completed without a handler.</summary>
    Known,

    /// <summary>The claim is no longer the newest.</summary>
    TakenOver,

    /// <summary>A handler threw.</summary>
    Failed,

    /// <summary>A handler was cancelled because the host stops.</summary>
    Stopped,
}
