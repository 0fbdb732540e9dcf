namespace Relocation.Xapi.Live;

/// <summary>How the connection to a pool stands.</summary>
public enum PoolConnectionStatus
{
    /// <summary>The first attempt is under way.</summary>
    Connecting,

    /// <summary>The inventory was read and is followed.</summary>
    Connected,

    /// <summary>It was lost, or could not be made; another attempt follows by itself.</summary>
    Reconnecting,

    /// <summary>The pool, or we, refuse for a reason that only a person mends. Tried again, but rarely.</summary>
    Refused,
}
