namespace Relocation.Engine.Tests.Support;

internal sealed class ProcessDiedException(string where) : Exception($"The process died at {where}.");
