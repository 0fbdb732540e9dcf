namespace Relocation.Simulator.Protocol;

/// <summary>A body that cannot be read as a call: answered by HTTP 500 with the reason in the page.</summary>
public sealed class MalformedRequestException : Exception
{
    /// <summary>A reason in the words of the real server's exceptions.</summary>
    public MalformedRequestException(string reason)
        : base(reason)
    {
    }
}
