using Bunit;
using Microsoft.AspNetCore.Components;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Web.Features.Waves;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Tests.Ui;

namespace Relocation.Web.Tests.Waves;

[UseCulture("en")]
public sealed class WaveCardTests : IDisposable
{
    private readonly BunitContext context = InterfaceContext.Create();
    private readonly List<(string Action, RelocationPlan? Plan)> edits = [];
    private PlanDeletion? asked;
    private string? shown;

    public void Dispose() => context.Dispose();

    [Fact]
    public void Card_ShowsItsVmsBlocked_AndLeadsToReadiness()
    {
        var card = Render(null);
        Assert.Equal("first", card.Find(".wave-head input").GetAttribute("value"));
        Assert.Contains("1 blocked", card.Find(".wave-head").TextContent, StringComparison.Ordinal);
        Assert.Contains($"wave={SmallPlan.First}", card.Find(".wave-head a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("radar", card.Find("tbody .link").TextContent);
    }

    [Fact]
    public void Card_Unlocked_EditsThePlan()
    {
        var card = Render(null);
        card.Find(".wave-head input").Change("dawn");
        card.Find("input[type=number]").Change("7");
        card.FindAll("select")[1].Change("Cold");
        card.Find("tbody .row-actions button").Click();
        Assert.Equal(["plan.rename-wave", "plan.set-parallel-moves", "plan.set-method", "plan.remove-vms"], edits.Select(edit => edit.Action));
        Assert.Equal("dawn", edits[0].Plan!.Waves[0].Name);
        Assert.Equal(7, edits[1].Plan!.Waves[0].MaximumParallelMoves);
        Assert.Equal(MoveMethod.Cold, edits[2].Plan!.Groups[0].Vms[0].Method);
        Assert.Empty(edits[3].Plan!.Groups[0].Vms);
    }

    [Fact]
    public void Card_Locked_SaysWhy_AndChangesNothing()
    {
        var card = Render("Your role does not allow this.");
        Assert.All(card.FindAll(".row-actions button, .group-head button, select, .name-edit"), control =>
        {
            Assert.True(control.HasAttribute("disabled"));
            Assert.Contains("Your role", control.GetAttribute("title"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Delete_AsksFirst_AndKeepsTheGroups()
    {
        var card = Render(null);
        card.FindAll(".wave-head button").Single(button => button.TextContent == "Delete").Click();
        Assert.Equal("Delete the wave “first”?", asked!.Title);
        Assert.Empty(edits);
        var left = asked.Edit(SmallPlan.Plan).Plan!;
        Assert.Equal((1, 1), (left.Waves.Count, left.Groups.Count));
    }

    [Fact]
    public void Start_OpensWhatItWillDo()
    {
        Render(null).Find(".wave-head .button-primary").Click();
        Assert.Equal("start:" + SmallPlan.First, shown);
    }

    private IRenderedComponent<WaveCard> Render(string? locked)
    {
        var set = SmallDatacenter.Set();
        return context.Render<WaveCard>(parameters => parameters
            .Add(card => card.View, WaveView.Of(SmallPlan.Plan, set)[0])
            .Add(card => card.Plan, SmallPlan.Plan)
            .Add(card => card.Set, set)
            .Add(card => card.Locked, locked)
            .Add(card => card.Edit, Edit)
            .Add(card => card.Show, what => shown = what)
            .Add(card => card.AskDelete, EventCallback.Factory.Create<PlanDeletion>(this, what => asked = what)));
    }

    private Task<bool> Edit(string action, Func<RelocationPlan, InventorySet, PlanChangeResult> edit)
    {
        edits.Add((action, edit(SmallPlan.Plan, SmallDatacenter.Set()).Plan));
        return Task.FromResult(true);
    }
}
