namespace Relocation.Xapi.Records;

/// <summary>What the items of a field are read for.</summary>
internal enum ItemUse
{
    /// <summary>To be kept as a set.</summary>
    Set,

    /// <summary>To be kept as a map.</summary>
    Map,

    /// <summary>To find other objects, which a checking pass must do as well.</summary>
    Always,
}
