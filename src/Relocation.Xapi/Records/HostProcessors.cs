namespace Relocation.Xapi.Records;

/// <summary>What a host's `host_cpu` records say; newer hosts say it in `cpu_info`.</summary>
/// <param name="Count">Logical processors.</param>
/// <param name="Vendor">For example GenuineIntel.</param>
/// <param name="Model">Model text.</param>
/// <param name="Speed">MHz.</param>
internal sealed record HostProcessors(int Count, string Vendor, string Model, string Speed);
