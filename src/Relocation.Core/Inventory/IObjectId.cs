namespace Relocation.Core.Inventory;

/// <summary>The uuid of an object in a pool's database. Uuids are kept as XAPI writes them: real databases hold braces and capitals too.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IObjectId<TSelf>
    where TSelf : struct, IObjectId<TSelf>
{
    /// <summary>XAPI's uuid, never an opaque reference: it stays when a VM moves.</summary>
    string Uuid { get; }

    /// <summary>Makes the id of a uuid as stored.</summary>
    static abstract TSelf Of(string uuid);
}
