namespace Relocation.Core.Inventory;

/// <summary>Names an object of a pool without holding it.</summary>
/// <param name="Class">XAPI class as in its API, such as VM, host or SR.</param>
/// <param name="Uuid">The object's uuid as stored.</param>
public readonly record struct ObjectKey(string Class, string Uuid)
{
    /// <summary>Class and uuid, for logs.</summary>
    public override string ToString() => $"{Class} {Uuid}";
}
