using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Data.Runs;
using Relocation.Data.Tests.Databases;
using Relocation.Data.Tests.Records;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Data.Tests.Runs;

public abstract class RunJournalTests(TestDatabase database) : DatabaseTests(database)
{
    private RunJournal Journal => Database.Get<RunJournal>();

    [Fact]
    public async Task Load_CreatedRun_HasEveryFieldOfRunAndMoves()
    {
        var state = await CreateAsync(moves: 3);

        var loaded = await Journal.LoadAsync(state.Run.Id, Ct);

        Assert.Equal(DeepText.Of(state), DeepText.Of(loaded));
        Assert.Null(await Journal.LoadAsync(new RunId(Guid.NewGuid()), Ct));
    }

    [Fact]
    public async Task Create_RunWithoutMoves_LoadsWithoutMoves()
    {
        var state = await CreateAsync(moves: 0);

        Assert.Empty((await Journal.LoadAsync(state.Run.Id, Ct))!.Moves);
    }

    [Fact]
    public async Task Create_MoveOfAnotherRun_IsRefusedWhole()
    {
        var run = Runs.Run(1);

        await Assert.ThrowsAsync<ArgumentException>(() => Journal.CreateAsync(new RunJournalState(run, [Runs.Move(2, Runs.Run(9).Id, 1)], 0), Ct));
        Assert.Null(await Journal.LoadAsync(run.Id, Ct));
    }

    [Fact]
    public async Task Append_RunAndMove_AreBothAsWrittenAndTheLineSaysWhy()
    {
        var state = await CreateAsync(moves: 2);
        var run = Runs.Run(50) with { Id = state.Run.Id, Epoch = state.Run.Epoch };
        var move = Runs.Move(51, state.Run.Id, 1) with { Id = state.Moves[0].Id };
        var detail = new Dictionary<string, string> { ["code"] = "VM_BAD_POWER_STATE", ["北"] = "京" };

        var entry = await Journal.AppendAsync(run.Id, run.Epoch, new JournalWrite(run, move, JournalKind.StepFailed, RunbookStep.Migrate, detail), Ct);

        var loaded = await Journal.LoadAsync(run.Id, Ct);
        Assert.Equal(DeepText.Of(new RunJournalState(run, [move, state.Moves[1]], 2)), DeepText.Of(loaded));
        var lines = await Journal.EntriesAsync(run.Id, 0, 10, Ct);
        Assert.Equal(DeepText.Of(new JournalEntry(run.Id, 2, Database.Time.GetUtcNow(), JournalKind.StepFailed, move.Id, RunbookStep.Migrate, detail)), DeepText.Of(entry));
        Assert.Equal([JournalKind.RunCreated, JournalKind.StepFailed], lines.Select(line => line.Kind));
        Assert.Equal(DeepText.Of(entry), DeepText.Of(lines[1]));
    }

    [Fact]
    public async Task Append_OlderEpoch_IsRefusedAndChangesNothing()
    {
        var state = await CreateAsync(moves: 1);
        var owned = await Journal.AcquireAsync(state.Run.Id, "second", Ct);
        var move = state.Moves[0] with { Attempt = 99 };

        await Assert.ThrowsAsync<StaleOwnerException>(() => Journal.AppendAsync(
            state.Run.Id, state.Run.Epoch, new JournalWrite(state.Run with { WaveName = "stale" }, move, JournalKind.Intent, null, new Dictionary<string, string>()), Ct));

        Assert.Equal(DeepText.Of(owned), DeepText.Of(await Journal.LoadAsync(state.Run.Id, Ct)));
        Assert.Equal(2, (await Journal.EntriesAsync(state.Run.Id, 0, 10, Ct)).Count);
    }

    [Fact]
    public async Task Append_MoveThatIsNotThere_ChangesNothing()
    {
        var state = await CreateAsync(moves: 1);
        var stranger = Runs.Move(77, state.Run.Id, 5);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => Journal.AppendAsync(
            state.Run.Id, state.Run.Epoch, new JournalWrite(state.Run with { WaveName = "changed" }, stranger, JournalKind.Intent, null, new Dictionary<string, string>()), Ct));

        Assert.Equal(DeepText.Of(state), DeepText.Of(await Journal.LoadAsync(state.Run.Id, Ct)));
        Assert.Equal(2, (await AppendAsync(state.Run.Id, state.Run.Epoch)).Sequence);
    }

    [Fact]
    public async Task Append_RecordsOfAnotherRun_AreRefused()
    {
        var state = await CreateAsync(moves: 1);

        await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(
            state.Run.Id, state.Run.Epoch, new JournalWrite(Runs.Run(9), null, JournalKind.Intent, null, new Dictionary<string, string>()), Ct));
    }

    [Fact]
    public async Task Append_EpochInTheRecord_IsIgnored()
    {
        var state = await CreateAsync(moves: 0);

        await Journal.AppendAsync(
            state.Run.Id, state.Run.Epoch, new JournalWrite(state.Run with { Epoch = 1 }, null, JournalKind.RunStateChanged, null, new Dictionary<string, string>()), Ct);

        Assert.Equal(state.Run.Epoch, (await Journal.LoadAsync(state.Run.Id, Ct))!.Run.Epoch);
    }

    [Fact]
    public async Task Append_ManyAtOnce_LeavesNoGapAndNoDouble()
    {
        var state = await CreateAsync(moves: 0);

        var entries = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => AppendAsync(state.Run.Id, state.Run.Epoch), Ct)));

        Assert.Equal(Enumerable.Range(2, 60).Select(number => (long)number), entries.Select(entry => entry.Sequence).Order());
        var lines = await Journal.EntriesAsync(state.Run.Id, 0, 1000, Ct);
        Assert.Equal(Enumerable.Range(1, 61).Select(number => (long)number), lines.Select(line => line.Sequence));
    }

    [Fact]
    public async Task Acquire_ManyAtOnce_GivesEachItsOwnEpochAndOneOfThemMayWrite()
    {
        var state = await CreateAsync(moves: 1);

        var owners = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => Journal.AcquireAsync(state.Run.Id, $"owner {number}", Ct), Ct)));

        Assert.Equal(Enumerable.Range(1, 12).Select(number => state.Run.Epoch + number), owners.Select(owner => owner.Run.Epoch).Order());
        var outcomes = await Task.WhenAll(owners.Select(owner => Task.Run(() => MayWriteAsync(owner.Run), Ct)));
        Assert.Equal(owners.Max(owner => owner.Run.Epoch), Assert.Single(outcomes, outcome => outcome.May).Epoch);
    }

    [Fact]
    public async Task Acquire_WhileTheOlderOwnerWrites_StopsItAndLosesNoLine()
    {
        var state = await CreateAsync(moves: 0);
        var written = Task.Run(() => WriteUntilStaleAsync(state.Run), Ct);
        while ((await Journal.LoadAsync(state.Run.Id, Ct))!.Sequence < 5)
        {
            await Task.Yield();
        }

        var owner = await Journal.AcquireAsync(state.Run.Id, "second", Ct);

        var last = await written;
        Assert.Equal(last + 1, owner.Sequence);
        Assert.Equal(owner.Sequence + 1, (await AppendAsync(state.Run.Id, owner.Run.Epoch)).Sequence);
        var lines = await Journal.EntriesAsync(state.Run.Id, owner.Sequence - 1, 1, Ct);
        Assert.Equal((JournalKind.OwnerChanged, "second"), (lines[0].Kind, lines[0].Detail["owner"]));
    }

    [Fact]
    public async Task Acquire_UnknownRun_Throws() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Journal.AcquireAsync(new RunId(Guid.NewGuid()), "owner", Ct));

    [Fact]
    public async Task Active_RunsOfEveryState_AreThoseNotEndedOldestFirst()
    {
        var states = Enum.GetValues<RunState>();
        foreach (var (state, index) in states.Select((state, index) => (state, index)))
        {
            await Journal.CreateAsync(
                new RunJournalState(Runs.Run(100 + index) with { State = state, CreatedAt = new DateTimeOffset(2026, 2, 20 - index, 0, 0, 0, TimeSpan.FromHours(8)) }, [], 0), Ct);
        }

        Assert.Equal(
            new[] { RunState.Cancelling, RunState.Paused, RunState.Running, RunState.Planned }.Select(state => Runs.Run(100 + (int)state).Id),
            await Journal.ActiveAsync(Ct));
    }

    [Fact]
    public async Task Active_RunEndsByAWrite_IsNoLongerListed()
    {
        var state = await CreateAsync(moves: 0);
        Assert.Equal([state.Run.Id], await Journal.ActiveAsync(Ct));

        await Journal.AppendAsync(
            state.Run.Id, state.Run.Epoch, new JournalWrite(state.Run with { State = RunState.Done }, null, JournalKind.RunStateChanged, null, new Dictionary<string, string>()), Ct);

        Assert.Empty(await Journal.ActiveAsync(Ct));
    }

    [Fact]
    public async Task Entries_Pages_FollowOneAnother()
    {
        var state = await CreateAsync(moves: 0);
        for (var number = 0; number < 5; number++)
        {
            await AppendAsync(state.Run.Id, state.Run.Epoch);
        }

        Assert.Equal([3, 4], (await Journal.EntriesAsync(state.Run.Id, 2, 2, Ct)).Select(line => line.Sequence));
        Assert.Equal([5, 6], (await Journal.EntriesAsync(state.Run.Id, 4, 10, Ct)).Select(line => line.Sequence));
    }

    [Fact]
    public async Task Moves_SomeNamed_AreThoseByOrdinalWithoutTheUnknown()
    {
        var state = await CreateAsync(moves: 4);

        var moves = await Journal.MovesAsync(state.Run.Id, [state.Moves[3].Id, new MoveId(Guid.NewGuid()), state.Moves[1].Id], Ct);

        Assert.Equal(DeepText.Of(new[] { state.Moves[1], state.Moves[3] }), DeepText.Of(moves));
    }

    [Fact]
    public async Task Listing_OfARelocation_CountsMovesByState()
    {
        var relocation = new RelocationId(Guid.NewGuid());
        var older = Runs.Run(1) with { Relocation = relocation, CreatedAt = Database.Time.GetUtcNow() };
        var newer = Runs.Run(2) with { Relocation = relocation, CreatedAt = Database.Time.GetUtcNow().AddHours(1) };
        await Journal.CreateAsync(new RunJournalState(older, [.. Runs.Moves(older, 3, seed: 500).Select(move => move with { State = move.Ordinal == 1 ? MoveState.Failed : MoveState.Done })], 0), Ct);
        await Journal.CreateAsync(new RunJournalState(newer, [], 0), Ct);
        await CreateAsync(moves: 1);

        var listed = await Database.Get<RunListing>().OfRelocationAsync(relocation, 0, 10, Ct);

        Assert.Equal(DeepText.Of(new[] { newer, older }), DeepText.Of(listed.Select(summary => summary.Run).ToList()));
        Assert.Empty(listed[0].Moves);
        Assert.Equal((1, 2), (listed[1].Moves[MoveState.Failed], listed[1].Moves[MoveState.Done]));
        Assert.Equal(3, (await Database.Get<RunListing>().AllAsync(0, 10, Ct)).Count);
    }

    [Fact]
    public async Task Listing_MovesOfAVm_AreFoundInEveryRun()
    {
        var state = await CreateAsync(moves: 2);

        var moves = await Database.Get<RunListing>().MovesOfAsync(state.Moves[1].Runbook.Order.Vm, Ct);

        Assert.Equal(DeepText.Of(new[] { state.Moves[1] }), DeepText.Of(moves));
    }

    private async Task<RunJournalState> CreateAsync(int moves)
    {
        var run = Runs.Run(5) with { State = RunState.Running };
        var state = new RunJournalState(run, [.. Runs.Moves(run, moves)], 1);
        await Journal.CreateAsync(state, Ct);
        return state;
    }

    private Task<JournalEntry> AppendAsync(RunId run, long epoch) =>
        Journal.AppendAsync(run, epoch, new JournalWrite(null, null, JournalKind.Observed, null, new Dictionary<string, string>()), Ct);

    private async Task<(bool May, long Epoch)> MayWriteAsync(RunRecord run)
    {
        try
        {
            await AppendAsync(run.Id, run.Epoch);
            return (true, run.Epoch);
        }
        catch (StaleOwnerException)
        {
            return (false, run.Epoch);
        }
    }

    private async Task<long> WriteUntilStaleAsync(RunRecord run)
    {
        for (var last = 0L; last < 5000;)
        {
            try
            {
                last = (await AppendAsync(run.Id, run.Epoch)).Sequence;
            }
            catch (StaleOwnerException)
            {
                return last;
            }
        }

        throw new InvalidOperationException("The older owner is never stopped.");
    }
}
