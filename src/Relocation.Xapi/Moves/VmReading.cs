using System.Text.Json;
using Relocation.Core.Hypervisors;

namespace Relocation.Xapi.Moves;

/// <summary>A VM as one pool described it, with the records behind the facts.</summary>
/// <param name="Reference">Its reference in that pool.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Record">Its record.</param>
/// <param name="Disks">Records of its disks by uuid.</param>
/// <param name="Vifs">Records of its interfaces by uuid.</param>
internal sealed record VmReading(
    string Reference,
    VmFacts Facts,
    JsonElement Record,
    IReadOnlyDictionary<string, JsonElement> Disks,
    IReadOnlyDictionary<string, JsonElement> Vifs);
