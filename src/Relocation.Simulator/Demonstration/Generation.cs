namespace Relocation.Simulator.Demonstration;

/// <summary>A generation of servers with its software: what a host's record tells of processor and versions.</summary>
/// <param name="Model">The processor's name.</param>
/// <param name="Features">Its feature words, hexadecimal.</param>
/// <param name="Threads">Hardware threads per host.</param>
/// <param name="ProductVersion">The hypervisor product's version.</param>
/// <param name="PlatformVersion">The platform's version.</param>
/// <param name="Xapi">The toolstack's version.</param>
/// <param name="Xen">Xen's version.</param>
public sealed record Generation(string Model, string Features, int Threads, string ProductVersion, string PlatformVersion, string Xapi, string Xen)
{
    /// <summary>What the old machine room has.</summary>
    public static Generation Old { get; } = new(
        "Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz",
        "1fc9cbf5-f6fa3203-2991cbf5-00000123-0000000f-219c47a9-0000060c-00000000-bc000400-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000",
        64, "8.2.1", "3.2.1", "1.249.38", "4.13.5-9.40");

    /// <summary>What the new centre has: newer in every component, with every feature of the old one and more.</summary>
    public static Generation New { get; } = new(
        "Intel(R) Xeon(R) Gold 6430 CPU @ 2.10GHz",
        "1fc9cbf5-f6fa3203-2991cbf5-00000123-0000000f-f19c47a9-0040060c-00000000-bc000400-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-00000000-0c080c4c-00000000-00000000-00000000",
        128, "8.4.0", "3.4.0", "26.17.0", "4.17.5-13");

    /// <summary>The same features and one that only the old processors have: a guest that booted with it cannot move live.</summary>
    public string FeaturesOfItsOwn => $"{Features[..8]}-fefa3203{Features[17..]}";
}
