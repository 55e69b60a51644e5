namespace Peeker.Kill.Tests;

/// <summary>How far an order was when its process was killed.</summary>
internal enum Phase
{
    /// <summary>It was being prepared, and nothing was stored.</summary>
    BeforeTheStore,

    /// <summary>Its bytes were stored, and were not sent by this process.</summary>
    AfterTheStore,

    /// <summary>It was about to be sent, and nothing reached the sandbox.</summary>
    NotArrived,

    /// <summary>It had reached the sandbox, and no answer had been heard.</summary>
    InFlight,

    /// <summary>The answer was heard, and was not recorded.</summary>
    NotRecorded,

    /// <summary>It was recorded: the kill came too late to be of interest.</summary>
    Recorded,
}
