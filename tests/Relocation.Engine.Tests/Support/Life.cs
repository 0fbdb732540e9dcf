namespace Relocation.Engine.Tests.Support;

/// <summary>One life of an engine process. At its n-th point, before or after an effect on journal or pools, it dies and does nothing more.</summary>
internal sealed class Life(int diesAt = int.MaxValue)
{
    public int Points { get; private set; }

    public string? DiedAt { get; private set; }

    public void Point(string name)
    {
        if (DiedAt is null && ++Points == diesAt)
        {
            DiedAt = name;
        }

        if (DiedAt is not null)
        {
            throw new ProcessDiedException(DiedAt);
        }
    }
}
