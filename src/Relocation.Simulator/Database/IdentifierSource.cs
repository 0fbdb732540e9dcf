namespace Relocation.Simulator.Database;

/// <summary>Makes uuids and references from a seed, so that the same run makes the same ones.</summary>
public sealed class IdentifierSource
{
    private readonly Lock gate = new();
    private readonly Random random;

    /// <summary>A source of a seed.</summary>
    public IdentifierSource(int seed) => random = new Random(seed);

    /// <summary>A fresh uuid.</summary>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
        {
            random.NextBytes(bytes);
        }
        return new Guid(bytes).ToString("D");
    }

    /// <summary>A fresh opaque reference.</summary>
    public string Ref() => $"OpaqueRef:{Uuid()}";
}
