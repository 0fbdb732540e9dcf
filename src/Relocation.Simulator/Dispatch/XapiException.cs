namespace Relocation.Simulator.Dispatch;

/// <summary>A failure a client sees: a code of the API and its parameters.</summary>
public sealed class XapiException : Exception
{
    /// <summary>A failure of a code with parameters.</summary>
    public XapiException(string code, params string[] parameters)
        : base($"{code}({string.Join(", ", parameters)})")
    {
        Code = code;
        Parameters = parameters;
    }

    /// <summary>The code, as in HANDLE_INVALID.</summary>
    public string Code { get; }

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Code and parameters in one list, as XML-RPC and error_info show them.</summary>
    public IReadOnlyList<string> Description => [Code, .. Parameters];

    /// <summary>An error of the server's own: INTERNAL_ERROR with a text.</summary>
    public static XapiException Internal(string text) => new("INTERNAL_ERROR", text);
}
