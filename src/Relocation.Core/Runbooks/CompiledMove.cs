using Relocation.Core.Estimation;

namespace Relocation.Core.Runbooks;

/// <summary>A move ready to be stored and run.</summary>
/// <param name="Group">Name of its move group.</param>
/// <param name="Runbook">What exactly will be done.</param>
/// <param name="Forecast">What is predicted of it, among the moves of its wave.</param>
public sealed record CompiledMove(string Group, Runbook Runbook, MoveForecast? Forecast);
