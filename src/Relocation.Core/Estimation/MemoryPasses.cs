namespace Relocation.Core.Estimation;

/// <summary>
/// Pre-copy as Xen does it: one pass over all memory, then passes over what was dirtied meanwhile, until fewer than 50 pages are left or four such
/// passes are done; then the guest is suspended and the rest is sent (emu-manager, emum.c; upstream xg_sr_save.c, simple_precopy_policy).
/// </summary>
/// <param name="Seconds">Length of the live passes.</param>
/// <param name="Bytes">Memory sent in live passes.</param>
/// <param name="FinalBytes">Memory left for the last pass, while the guest is suspended.</param>
/// <param name="Passes">Live passes, from 1 to 5.</param>
public readonly record struct MemoryPasses(double Seconds, double Bytes, double FinalBytes, int Passes)
{
    /// <summary>Bytes of a page.</summary>
    public const double PageBytes = 4096;

    /// <summary>Bytes on the wire for each byte of memory: eight bytes of page number ride with every page (libxc migration stream).</summary>
    public const double StreamOverhead = 1 + (8 / PageBytes);

    private const double FewPages = 50;
    private const int MostDirtyPasses = 4;

    /// <summary>Runs the passes.</summary>
    /// <param name="memoryBytes">Memory of the guest.</param>
    /// <param name="dirty">How it dirties.</param>
    /// <param name="bytesPerSecond">What the stream carries.</param>
    public static MemoryPasses Run(double memoryBytes, DirtyModel dirty, double bytesPerSecond)
    {
        var (seconds, bytes, pass) = (0.0, 0.0, memoryBytes);
        for (var number = 1; ; number++)
        {
            var took = pass * StreamOverhead / bytesPerSecond;
            seconds += took;
            bytes += pass;
            pass = Math.Min(memoryBytes, dirty.DirtyWithin(took));
            if (pass < FewPages * PageBytes || number > MostDirtyPasses)
            {
                return new MemoryPasses(seconds, bytes, pass, number);
            }
        }
    }
}
