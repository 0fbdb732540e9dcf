using Microsoft.FluentUI.AspNetCore.Components;
using Icons = Microsoft.FluentUI.AspNetCore.Components.Icons;

namespace Relocation.Web.Ui;

/// <summary>Icon and colour of each state; one place, so that every page shows it alike.</summary>
public static class WorkStateLook
{
    /// <summary>Its colour.</summary>
    public static Tone ToneOf(WorkState state) => state switch
    {
        WorkState.Ready => Tone.Info,
        WorkState.Running => Tone.Info,
        WorkState.Done => Tone.Good,
        WorkState.Blocked => Tone.Warning,
        WorkState.Failed => Tone.Bad,
        WorkState.Paused => Tone.Waiting,
        WorkState.Unknown => Tone.Unknown,
        _ => Tone.Neutral,
    };

    /// <summary>Its icon, 16 px.</summary>
    public static Icon IconOf(WorkState state) => state switch
    {
        WorkState.Planned => new Icons.Regular.Size16.Circle(),
        WorkState.Ready => new Icons.Regular.Size16.CheckmarkCircle(),
        WorkState.Blocked => new Icons.Filled.Size16.Prohibited(),
        WorkState.Running => new Icons.Filled.Size16.ArrowCircleRight(),
        WorkState.Paused => new Icons.Filled.Size16.PauseCircle(),
        WorkState.Done => new Icons.Filled.Size16.CheckmarkCircle(),
        WorkState.Failed => new Icons.Filled.Size16.DismissCircle(),
        WorkState.Cancelled => new Icons.Regular.Size16.DismissCircle(),
        _ => new Icons.Filled.Size16.QuestionCircle(),
    };
}
