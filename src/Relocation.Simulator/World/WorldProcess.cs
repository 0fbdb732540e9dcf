namespace Relocation.Simulator.World;

/// <summary>
/// A course of steps that takes the world's time: an iterator whose every element is a wait. It runs to its end, fails by its own exception, or is
/// interrupted with a reason; in all three its finally blocks have run before the end is told.
/// </summary>
public sealed class WorldProcess
{
    private readonly IEnumerator<WorldWait> steps;
    private readonly Action<Exception?> ended;
    private WorldWait? waiting;
    private Exception? interruption;
    private bool isMoving;

    private WorldProcess(IEnumerable<WorldWait> steps, Action<Exception?> ended)
    {
        this.steps = steps.GetEnumerator();
        this.ended = ended;
    }

    /// <summary>Whether it has come to an end.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Starts a course; the first steps up to the first wait run at once. Call it under the gate.</summary>
    /// <param name="steps">The course.</param>
    /// <param name="ended">Told once at the end: null for a course run to its end, else what stopped it.</param>
    public static WorldProcess Start(IEnumerable<WorldWait> steps, Action<Exception?> ended)
    {
        var process = new WorldProcess(steps, ended);
        process.Move();
        return process;
    }

    /// <summary>Stops it where it waits; what has ended stays ended. Call it under the gate.</summary>
    public void Interrupt(Exception reason)
    {
        if (HasEnded || interruption is not null)
        {
            return;
        }
        interruption = reason;
        if (!isMoving)
        {
            waiting?.Stop();
            End(reason);
        }
    }

    private void Move()
    {
        waiting = null;
        isMoving = true;
        bool goesOn;
        try
        {
            goesOn = steps.MoveNext();
        }
        catch (Exception failure)
        {
            isMoving = false;
            End(failure);
            return;
        }
        isMoving = false;
        if (interruption is not null || !goesOn)
        {
            End(interruption);
            return;
        }
        waiting = steps.Current;
        waiting.Start(Move);
    }

    private void End(Exception? reason)
    {
        HasEnded = true;
        steps.Dispose();
        ended(reason);
    }
}
