namespace Relocation.Core.Preflight;

/// <summary>All checks of this assembly. A check becomes part of it by being written; an approved file in the tests shows that it did.</summary>
public static class PreflightCatalogue
{
    /// <summary>The checks by code.</summary>
    public static IReadOnlyList<IPreflightCheck> Checks { get; } =
        [.. typeof(PreflightCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPreflightCheck)))
            .Select(type => (IPreflightCheck)Activator.CreateInstance(type)!)
            .OrderBy(check => check.Kind.Code, StringComparer.Ordinal)];

    /// <summary>Those of them that look at a receiving host.</summary>
    public static IReadOnlyList<HostCheck> HostChecks { get; } = [.. Checks.OfType<HostCheck>()];

    /// <summary>Everything that can be found, by code: by checks, and of planned VMs that cannot even be looked up.</summary>
    public static IReadOnlyList<FindingKind> Kinds { get; } =
        [.. Checks.Select(check => check.Kind).Concat(AbsentMoves.Kinds).OrderBy(kind => kind.Code, StringComparer.Ordinal)];
}
