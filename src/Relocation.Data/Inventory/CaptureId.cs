namespace Relocation.Data.Inventory;

/// <summary>One stored capture of a pool; later ones have greater values.</summary>
public readonly record struct CaptureId(long Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
