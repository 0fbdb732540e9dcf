namespace Relocation.Simulator.Schema;

/// <summary>What a message is: the generated ones are answered from the datamodel alone.</summary>
public enum MessageKind
{
    /// <summary>Written by hand in the server.</summary>
    Custom,

    /// <summary>get_FIELD.</summary>
    Getter,

    /// <summary>set_FIELD.</summary>
    Setter,

    /// <summary>add_to_FIELD of a map, add_FIELD of a set.</summary>
    Add,

    /// <summary>remove_from_FIELD of a map, remove_FIELD of a set.</summary>
    Remove,

    /// <summary>get_record.</summary>
    GetRecord,

    /// <summary>get_by_uuid.</summary>
    GetByUuid,

    /// <summary>get_by_name_label.</summary>
    GetByNameLabel,

    /// <summary>get_all.</summary>
    GetAll,

    /// <summary>get_all_where.</summary>
    GetAllWhere,

    /// <summary>get_all_records_where.</summary>
    GetAllRecordsWhere,

    /// <summary>get_all_records.</summary>
    GetAllRecords,

    /// <summary>create, from a record.</summary>
    Create,

    /// <summary>destroy.</summary>
    Destroy,
}
