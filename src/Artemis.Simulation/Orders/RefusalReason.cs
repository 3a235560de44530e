namespace Artemis.Simulation;

/// <summary>Why an order was not carried out; numbered as in the protocol.</summary>
public enum RefusalReason : byte
{
    /// <summary>No such order.</summary>
    Unknown,

    /// <summary>The sender does not hold a console that may give it.</summary>
    WrongConsole,

    /// <summary>A value is out of range, or names something that is not there.</summary>
    BadValue,

    /// <summary>Not while docked.</summary>
    Docked,

    /// <summary>Not unless docked.</summary>
    NotDocked,

    /// <summary>Too far away, hidden, or out of arc.</summary>
    OutOfRange,

    /// <summary>Too fast.</summary>
    TooFast,

    /// <summary>The system is too damaged or has no power.</summary>
    NoPower,

    /// <summary>Nothing left in store.</summary>
    OutOfStock,

    /// <summary>The tube is empty, full or busy.</summary>
    TubeBusy,

    /// <summary>Still reloading, retuning or scanning.</summary>
    NotReady,

    /// <summary>Sequence was used already. The server's to say.</summary>
    Duplicate,

    /// <summary>The ship is lost.</summary>
    ShipLost,

    /// <summary>Too many commands. The server's to say.</summary>
    RateLimited,

    /// <summary>The game is over.</summary>
    NotRunning,

    /// <summary>Shields are up.</summary>
    ShieldsUp,
}
