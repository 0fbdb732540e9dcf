namespace Relocation.Engine.Steps;

/// <summary>Which pools know the VM.</summary>
internal enum VmPlace
{
    SourceOnly,
    TargetOnly,
    Both,
    Neither,
}
