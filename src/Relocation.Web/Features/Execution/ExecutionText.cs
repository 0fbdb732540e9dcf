namespace Relocation.Web.Features.Execution;

/// <summary>Names the resources with the texts of the pages about runs.</summary>
public sealed class ExecutionText;
