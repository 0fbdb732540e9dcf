namespace Relocation.Core.Hypervisors;

/// <summary>XAPI's task states.</summary>
public enum MigrationTaskStatus
{
    /// <summary>Going on.</summary>
    Pending,

    /// <summary>Ended well, as far as the pool says.</summary>
    Success,

    /// <summary>Ended with an error.</summary>
    Failure,

    /// <summary>Cancellation was asked for.</summary>
    Cancelling,

    /// <summary>Ended by cancellation.</summary>
    Cancelled,
}
