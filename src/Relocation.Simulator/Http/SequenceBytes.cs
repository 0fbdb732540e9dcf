using System.Buffers;

namespace Relocation.Simulator.Http;

/// <summary>The first bytes of a sequence as an array.</summary>
internal static class SequenceBytes
{
    public static byte[] ToArrayUpTo(this ReadOnlySequence<byte> sequence, int most) =>
        sequence.Slice(0, Math.Min(most, sequence.Length)).ToArray();
}
