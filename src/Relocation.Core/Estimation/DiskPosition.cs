namespace Relocation.Core.Estimation;

/// <summary>Where the copy of a move's disks stands.</summary>
/// <param name="Number">Disk being copied, from 1; 0 before the first, or when all have arrived.</param>
/// <param name="Name">Its name; empty when none.</param>
/// <param name="CopyFraction">How much of it has been copied, from 0 to 1.</param>
/// <param name="WeighedBytes">Bytes done as XAPI weighs them: by virtual size.</param>
/// <param name="SentBytes">Bytes that have travelled: by what is allocated.</param>
public readonly record struct DiskPosition(int Number, string Name, double CopyFraction, double WeighedBytes, double SentBytes);
