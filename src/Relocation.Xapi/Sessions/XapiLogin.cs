namespace Relocation.Xapi.Sessions;

/// <summary>A login that is in force: at which coordinator, under which session reference. References are secrets and are not printed.</summary>
/// <param name="Coordinator">The coordinator that gave it.</param>
/// <param name="Reference">XAPI's reference of the session.</param>
internal sealed record XapiLogin(Uri Coordinator, string Reference)
{
    /// <inheritdoc />
    public override string ToString() => $"session at {Coordinator}";
}
