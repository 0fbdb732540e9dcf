namespace Relocation.Simulator.Dispatch;

/// <summary>Thrown by an operation or interceptor to cut the client's connection instead of answering.</summary>
public sealed class ConnectionDroppedException : Exception
{
    /// <summary>The connection is to be cut.</summary>
    public ConnectionDroppedException()
        : base("The connection is cut instead of answering.")
    {
    }
}
