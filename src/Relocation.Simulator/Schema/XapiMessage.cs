namespace Relocation.Simulator.Schema;

/// <summary>A call a client can make.</summary>
/// <param name="Class">The class it belongs to.</param>
/// <param name="Name">Its name within the class.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parameters">What it takes, after the session.</param>
/// <param name="Result">What it answers.</param>
public sealed record XapiMessage(string Class, string Name, MessageKind Kind, IReadOnlyList<XapiParameter> Parameters, XapiType Result)
{
    /// <summary>Class and name joined by a dot.</summary>
    public string Method { get; } = $"{Class}.{Name}";

    /// <summary>The field a generated accessor is about, or the field its name means; null when none.</summary>
    public XapiField? Field { get; init; }

    /// <summary>Whether the first argument is a session.</summary>
    public bool NeedsSession { get; init; }

    /// <summary>Whether it can be called as Async.</summary>
    public bool HasAsync { get; init; }

    /// <summary>Whether it is left out of system.listMethods.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether only the members of a pool call it.</summary>
    public bool IsPoolInternal { get; init; }

    /// <summary>Whether the API still names it but answers MESSAGE_REMOVED.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The roles that may call it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How many of the parameters a client must give.</summary>
    public int RequiredParameters { get; } = Parameters.Count(parameter => parameter.Default is null);
}
