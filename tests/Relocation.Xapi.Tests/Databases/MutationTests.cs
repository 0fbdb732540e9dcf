using System.Text;
using Relocation.Core.Inventory;
using Relocation.Xapi.Databases;

namespace Relocation.Xapi.Tests.Databases;

/// <summary>Ten thousand damaged files: each is either read whole or refused before its first object.</summary>
public sealed class MutationTests
{
    private const int Mutations = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task DamagedSample_IsReadWholeOrRefused(int seed)
    {
        var random = new Random(seed);
        var sample = Encoding.UTF8.GetBytes(SampleDump.Create().ToString());
        var (refused, whole) = await MutateAsync(sample, random, Mutations / 2);
        // Both must happen, else the mutations are too tame or too wild to show anything.
        Assert.True(refused > 500 && whole > 500, $"{refused} refused, {whole} read");
    }

    [Fact]
    public async Task DamagedRealFiles_AreReadWholeOrRefused()
    {
        var random = new Random(3);
        var files = RealDumps.Files("pool-dumps", Path.Combine("golden", "dumps"));
        foreach (var path in files.Where(path => new FileInfo(path).Length < 300_000))
        {
            var (refused, whole) = await MutateAsync(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), random, 20);
            Assert.Equal(20, refused + whole);
        }
    }

    private static async Task<(int Refused, int Whole)> MutateAsync(byte[] original, Random random, int count)
    {
        var (refused, whole) = (0, 0);
        for (var number = 0; number < count; number++)
        {
            var mutated = Mutation.Of(original, random);
            if (await IsReadWholeAsync(mutated))
            {
                whole++;
            }
            else
            {
                refused++;
            }
        }

        return (refused, whole);
    }

    /// <summary>Anything but the one agreed exception, or an object less than announced, fails the test.</summary>
    private static async Task<bool> IsReadWholeAsync(byte[] bytes)
    {
        await using var reader = new DatabaseFileReader(new MemoryStream(bytes), "mutated.xml");
        InventoryHeader header;
        try
        {
            header = await reader.ReadHeaderAsync(TestContext.Current.CancellationToken);
        }
        catch (InventoryFormatException error)
        {
            Assert.NotEmpty(error.Code);
            Assert.StartsWith("mutated.xml", error.Message, StringComparison.Ordinal);
            return false;
        }

        var count = 0;
        await foreach (var _ in reader.ReadObjectsAsync(TestContext.Current.CancellationToken))
        {
            count++;
        }

        Assert.Equal(header.ObjectCount, count);
        return true;
    }
}
