namespace Relocation.Data.Storage;

/// <summary>Instants as the databases keep them.</summary>
internal static class StoredTime
{
    /// <summary>Now in whole microseconds, so that what a store returns equals what it reads back later.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
