namespace Relocation.Core.Inventory;

/// <summary>Where a capture came from.</summary>
public enum CaptureSource
{
    /// <summary>A XAPI database file.</summary>
    DatabaseFile,

    /// <summary>A pool that answered over HTTPS.</summary>
    LivePool,
}
