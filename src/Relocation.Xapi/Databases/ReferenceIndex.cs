using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>
/// From every reference to its row's uuid and place in the spool, and from every uuid of a class to its row. This is all that grows
/// with the file: some 70 bytes a row, held in portions so that growing copies no rows.
/// </summary>
internal sealed class ReferenceIndex
{
    private const int PortionBits = 8;
    private const int Portion = 1 << PortionBits;

    private readonly List<ReferenceEntry[]> portions = [];
    private readonly List<string> texts = [];
    private int[] byReference = NewBuckets(Portion);
    private int[] byUuid = NewBuckets(Portion);

    /// <summary>Rows held.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row whose reference and uuid were looked up before.</summary>
    public void Add(XapiClass type, RecordKey reference, string uuid, long offset)
    {
        if (Count == byReference.Length)
        {
            Grow();
        }

        if (Count >> PortionBits == portions.Count)
        {
            portions.Add(new ReferenceEntry[Portion]);
        }

        ref var entry = ref At(Count);
        entry.Reference = reference;
        entry.Class = (byte)type.Number;
        entry.Offset = offset;
        entry.UuidText = -1;
        if (!RecordKey.TryPack(uuid, out entry.Uuid))
        {
            entry.Uuid = RecordKey.OfUuid(uuid);
            entry.UuidText = texts.Count;
            texts.Add(uuid);
        }

        Chain(Count++);
    }

    /// <summary>Offset of the row with that reference, of whatever class, or null.</summary>
    public long? OffsetOf(RecordKey reference) => FindEntry(reference) is >= 0 and var found ? At(found).Offset : null;

    /// <summary>Offset of the row with that reference and class, or null.</summary>
    public long? OffsetOf(XapiClass type, RecordKey reference) =>
        FindEntry(reference) is >= 0 and var found && At(found).Class == type.Number ? At(found).Offset : null;

    /// <summary>The uuid of the row with that reference and class, or null.</summary>
    public string? UuidOf(XapiClass type, RecordKey reference)
    {
        if (FindEntry(reference) is not (>= 0 and var found) || At(found).Class != type.Number)
        {
            return null;
        }

        ref var entry = ref At(found);
        return entry.UuidText >= 0 ? texts[entry.UuidText] : entry.Uuid.Unpack();
    }

    /// <summary>Offset of the row of a class with that uuid, or null.</summary>
    public long? OffsetOfUuid(XapiClass type, RecordKey uuid)
    {
        for (var next = byUuid[Bucket(uuid, byUuid.Length)]; next >= 0; next = At(next).NextByUuid)
        {
            ref var entry = ref At(next);
            if (entry.Class == type.Number && entry.Uuid == uuid)
            {
                return entry.Offset;
            }
        }

        return null;
    }

    private int FindEntry(RecordKey reference)
    {
        var next = byReference[Bucket(reference, byReference.Length)];
        while (next >= 0 && At(next).Reference != reference)
        {
            next = At(next).NextByReference;
        }

        return next;
    }

    private void Chain(int number)
    {
        ref var entry = ref At(number);
        ref var reference = ref byReference[Bucket(entry.Reference, byReference.Length)];
        (entry.NextByReference, reference) = (reference, number);
        ref var uuid = ref byUuid[Bucket(entry.Uuid, byUuid.Length)];
        (entry.NextByUuid, uuid) = (uuid, number);
    }

    private void Grow()
    {
        byReference = NewBuckets(byReference.Length * 2);
        byUuid = NewBuckets(byUuid.Length * 2);
        for (var number = 0; number < Count; number++)
        {
            Chain(number);
        }
    }

    private ref ReferenceEntry At(int number) => ref portions[number >> PortionBits][number & (Portion - 1)];

    private static int Bucket(RecordKey key, int buckets) => key.GetHashCode() & (buckets - 1);

    private static int[] NewBuckets(int size)
    {
        var buckets = new int[size];
        Array.Fill(buckets, -1);
        return buckets;
    }
}
