namespace Relocation.Xapi.Moves;

/// <summary>Keys that we write into other_config. The VM's travels with it (export.ml keeps other_config), the task's lives as long as the task.</summary>
internal static class MoveMarks
{
    /// <summary>On the VM and on the task: the move it belongs to.</summary>
    public const string Move = "relocation:move";

    /// <summary>On the task: the run it belongs to.</summary>
    public const string Run = "relocation:run";
}
