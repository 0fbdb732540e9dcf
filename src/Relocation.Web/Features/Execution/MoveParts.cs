using Relocation.Core.Estimation;
using Relocation.Core.Runbooks;
using Relocation.Engine.Runs;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Execution;

/// <summary>Splits a move into the phases a person watches: prepare, each disk, memory, hand-over, verify.</summary>
public static class MoveParts
{
    /// <summary>The parts in order.</summary>
    public static IReadOnlyList<MovePart> Of(MoveRecord move)
    {
        var runbook = move.Runbook;
        List<MovePart> parts = [Part(move, MovePhase.Prepare, Seconds(move, ForecastTermKind.Prepare), false)];
        var bytes = runbook.Disks.Sum(disk => (double)disk.AllocatedSize.Bytes);
        var copy = Seconds(move, ForecastTermKind.DiskCopy) + Seconds(move, ForecastTermKind.MirroredWrites);
        for (var index = 0; index < runbook.Disks.Count; index++)
        {
            var weight = bytes > 0 ? copy * runbook.Disks[index].AllocatedSize.Bytes / bytes : copy / runbook.Disks.Count;
            parts.Add(Disk(move, index, weight));
        }

        if (runbook.MemoryBytes > 0)
        {
            parts.Add(Part(move, MovePhase.Memory, Seconds(move, ForecastTermKind.MemoryRounds), true));
        }

        parts.Add(Part(move, MovePhase.HandOver, Seconds(move, ForecastTermKind.Downtime), runbook.MemoryBytes == 0));
        parts.Add(Part(move, MovePhase.Verify, Seconds(move, ForecastTermKind.Finish), false));
        return move.Forecast is null ? [.. parts.Select(part => part with { Weight = 1 })] : parts;
    }

    /// <summary>How far the whole move is, from 0 to 1.</summary>
    public static double Share(IReadOnlyList<MovePart> parts)
    {
        var whole = parts.Sum(part => part.Weight);
        return whole > 0 ? parts.Sum(part => part.Weight * part.Share) / whole : parts.Average(part => part.Share);
    }

    private static double Seconds(MoveRecord move, ForecastTermKind kind) => move.Forecast?.Terms.Where(term => term.Kind == kind).Sum(term => term.Seconds) ?? 0;

    private static MovePart Part(MoveRecord move, MovePhase phase, double weight, bool noReturn)
    {
        var (share, state) = (move.State, Now(move)) switch
        {
            (MoveState.Done, _) => (1, WorkState.Done),
            (_, var now) when now > phase && !(phase is MovePhase.Verify && now is MovePhase.Finished) => (1, WorkState.Done),
            (_, MovePhase.CleanUp) when phase is MovePhase.Verify => (Fraction(move) / 2, Present(move)),
            (_, var now) when now == phase => (phase is MovePhase.Verify ? 0.5 + (Fraction(move) / 2) : Fraction(move), Present(move)),
            _ => (0, WorkState.Planned),
        };
        return new MovePart(phase, null, weight, share, state, noReturn);
    }

    private static MovePart Disk(MoveRecord move, int index, double weight)
    {
        var disk = move.Runbook.Disks[index];
        var before = move.Runbook.Disks.Take(index).Sum(other => (double)other.VirtualSize.Bytes);
        var (share, state) = (move.State, Now(move)) switch
        {
            (MoveState.Done, _) or (_, > MovePhase.Disk) => (1, WorkState.Done),
            (_, MovePhase.Disk) when index + 1 < move.Progress!.DiskNumber || move.Progress.DiskNumber == 0 => (1, WorkState.Done),
            (_, MovePhase.Disk) when index + 1 == move.Progress!.DiskNumber =>
                (disk.VirtualSize.Bytes > 0 ? Math.Clamp((move.Progress.BytesDone - before) / disk.VirtualSize.Bytes, 0, 1) : 1, Present(move)),
            _ => (0, WorkState.Planned),
        };
        return new MovePart(MovePhase.Disk, disk, weight, share, state, false);
    }

    /// <summary>The phase it is in; a move that has a step but no progress yet prepares.</summary>
    private static MovePhase Now(MoveRecord move) => move.State switch
    {
        MoveState.Waiting => MovePhase.Waiting,
        _ when move.Progress is { } progress => progress.Phase,
        _ => move.StartedAt is null ? MovePhase.Waiting : MovePhase.Prepare,
    };

    private static double Fraction(MoveRecord move) => Math.Clamp(move.Progress?.PhaseFraction ?? 0, 0, 1);

    private static WorkState Present(MoveRecord move) => RunLook.Of(move.State);
}
