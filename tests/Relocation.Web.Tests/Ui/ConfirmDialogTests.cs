using Bunit;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Ui;

[UseCulture("en")]
public sealed class ConfirmDialogTests : IDisposable
{
    private readonly BunitContext context = InterfaceContext.Create();
    private int confirmed;

    public void Dispose() => context.Dispose();

    [Fact]
    public void Confirm_WhatCannotBeUndone_NeedsTheNameTyped()
    {
        var dialog = Render("east");
        Assert.True(Button(dialog).HasAttribute("disabled"));
        dialog.Find("input").Input("eas");
        Assert.True(Button(dialog).HasAttribute("disabled"));
        dialog.Find("input").Input("east");
        Button(dialog).Click();
        Assert.Equal(1, confirmed);
        context.JSInterop.VerifyInvoke("relocation.closeDialog");
    }

    [Fact]
    public void Confirm_WithoutName_IsOneClick()
    {
        Button(Render(null)).Click();
        Assert.Equal(1, confirmed);
    }

    [Fact]
    public void Cancel_DoesNothing()
    {
        Render("east").Find("footer button").Click();
        Assert.Equal(0, confirmed);
    }

    private IRenderedComponent<ConfirmDialog> Render(string? name) => context.Render<ConfirmDialog>(builder => builder
        .Add(part => part.Id, "remove").Add(part => part.Title, "Remove east?").Add(part => part.Confirm, "Remove").Add(part => part.Name, name)
        .Add(part => part.OnConfirm, () => confirmed++));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ConfirmDialog> dialog) => dialog.FindAll("footer button")[1];
}
