using Microsoft.Extensions.Logging;
using Relocation.Core.Hypervisors;
using Relocation.Engine.Journal;

namespace Relocation.Engine.Driving;

/// <summary>What everything that drives needs from outside.</summary>
internal sealed record EngineWorld(IRunJournal Journal, IVmMovers Movers, TimeProvider Time, EngineOptions Options, ILogger Log);
