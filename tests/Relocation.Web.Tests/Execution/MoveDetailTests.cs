using Bunit;
using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Execution;
using Relocation.Web.Tests.Ui;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Execution;

[UseCulture("en")]
public sealed class MoveDetailTests : IDisposable
{
    private readonly BunitContext context = InterfaceContext.Create();
    private readonly List<MoveAsk> asked = [];

    public void Dispose() => context.Dispose();

    [Fact]
    public void FailedMove_SaysWhyInPlainWords_AndKeepsTheCodeToCopy()
    {
        var detail = Render(SampleRun.Move(1, MoveState.Failed) with { Failure = new MoveFailure("SR_FULL", ["1", "2"], true, []) });
        Assert.Contains("The target SR is full.", detail.Find(".error").TextContent, StringComparison.Ordinal);
        Assert.Equal("SR_FULL [1, 2]", detail.Find(".error pre").TextContent);
        Button(detail, "Try again").Click();
        Assert.Equal([MoveAsk.Retry], asked);
    }

    [Fact]
    public void FailedMove_OfACodeWithoutWords_NamesTheCode()
    {
        var detail = Render(SampleRun.Move(1, MoveState.Failed) with { Failure = new MoveFailure("SOMETHING_NEW", [], false, []) });
        Assert.Contains("SOMETHING_NEW", detail.Find(".error p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Button_ThatCannotBeUsed_SaysWhy_AndDoesNothing()
    {
        var detail = Render(SampleRun.Move(1, MoveState.Failed), why: _ => "Your role does not allow this.");
        var button = Button(detail, "Try again");
        Assert.Equal(("true", "Your role does not allow this."), (button.GetAttribute("aria-disabled"), button.GetAttribute("title")));
        button.Click();
        Assert.Empty(asked);
    }

    [Fact]
    public void Steps_OfARetriedMove_AreThoseOfThePresentAttempt()
    {
        var move = SampleRun.Move(1, MoveState.Running) with { Attempt = 2 };
        var steps = MoveSteps.Of(move, [
            Line(1, JournalKind.MoveAdmitted, null), Line(2, JournalKind.StepStarted, RunbookStep.Prepare), Line(3, JournalKind.StepFailed, RunbookStep.Prepare),
            Line(4, JournalKind.MoveAdmitted, null), Line(5, JournalKind.StepStarted, RunbookStep.Prepare), Line(9, JournalKind.StepSucceeded, RunbookStep.Prepare), Line(10, JournalKind.StepStarted, RunbookStep.Check)]);
        Assert.Equal([WorkState.Done, WorkState.Running, WorkState.Planned, WorkState.Planned, WorkState.Planned], steps.Select(step => step.State));
        Assert.Equal(TimeSpan.FromSeconds(4), steps[0].Took);
    }

    private static JournalEntry Line(int second, JournalKind kind, RunbookStep? step) =>
        new(SampleRun.Id, second, SampleRun.Start.AddSeconds(second), kind, SampleRun.Move(1).Id, step, new Dictionary<string, string>());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<MoveDetail> detail, string word) => detail.FindAll(".move-asks button").Single(button => button.TextContent == word);

    private IRenderedComponent<MoveDetail> Render(MoveRecord move, Func<string?, string?>? why = null) => context.Render<MoveDetail>(part => part
        .Add(page => page.Row, MoveRow.Of(move, null, 1, SampleRun.Start))
        .Add(page => page.Run, SampleRun.Run(RunState.DoneWithFailures))
        .Add(page => page.Entries, [])
        .Add(page => page.Inventory, InventorySet.Empty)
        .Add(page => page.Why, why ?? (reason => reason))
        .Add(page => page.OnAsk, ask => asked.Add(ask.Ask)));
}
