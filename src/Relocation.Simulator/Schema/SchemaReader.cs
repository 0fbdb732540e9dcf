using System.Text.Json;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Schema;

/// <summary>Reads the resource that build/datamodel-facts.py writes; its head describes the lines.</summary>
internal sealed class SchemaReader
{
    private readonly List<string[]> fieldLines = [];
    private readonly List<string[]> messageLines = [];
    private readonly List<string[]> relationLines = [];
    private readonly Dictionary<string, string[]> roles = new(StringComparer.Ordinal);
    private string className = "";
    private string classFlags = "";

    private SchemaReader()
    {
    }

    public List<XapiClass> Classes { get; } = [];

    public List<XapiMessage> Messages { get; } = [];

    public Dictionary<string, string[]> Enums { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<string>> Errors { get; } = new(StringComparer.Ordinal);

    public static XapiSchema ReadResource()
    {
        using var stream = typeof(SchemaReader).Assembly.GetManifestResourceStream("datamodel.txt")
            ?? throw new InvalidOperationException("The datamodel's facts are not embedded.");
        using var text = new StreamReader(stream);
        return Read(text);
    }

    public static XapiSchema Read(TextReader text)
    {
        var reader = new SchemaReader();
        var lines = new List<string[]>();
        while (text.ReadLine() is { } line)
        {
            lines.Add(line.Split('\t'));
        }
        // Enumerations first: the empty value of a field may be the first word of one that stands later.
        foreach (var line in lines.Where(line => line[0] == "enum"))
        {
            reader.Enums[line[1]] = line[2].Split(' ');
        }
        foreach (var line in lines)
        {
            reader.Take(line);
        }
        reader.EndClass();
        reader.Relate();
        return new XapiSchema(reader);
    }

    private void Take(string[] line)
    {
        switch (line[0])
        {
            case "roles":
                roles[line[1]] = line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                break;
            case "class":
                EndClass();
                (className, classFlags) = (line[1], line[2]);
                break;
            case "field":
                fieldLines.Add(line);
                break;
            case "msg":
                messageLines.Add(line);
                break;
            case "rel":
                relationLines.Add(line);
                break;
            case "error":
                Errors[line[1]] = line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                break;
            default:
                break;
        }
    }

    private void EndClass()
    {
        if (className.Length == 0)
        {
            return;
        }
        var made = new XapiClass(className, classFlags, [.. fieldLines.Select(Field)]);
        Classes.Add(made);
        Messages.AddRange(messageLines.Select(line => Message(made, line)));
        fieldLines.Clear();
        messageLines.Clear();
        className = "";
    }

    private XapiField Field(string[] line, int index)
    {
        var type = XapiType.Parse(line[3]);
        var declared = Default(type, line[6]);
        var qualifier = line[4] switch { "W" => FieldQualifier.Writable, "C" => FieldQualifier.Constructor, _ => FieldQualifier.RunTime };
        var column = line[2] == "=" ? line[1] : line[2];
        return new XapiField(line[1], column, type, qualifier, line[5].Contains('i', StringComparison.Ordinal), index)
        {
            DeclaredDefault = declared,
            Default = declared ?? Empty(type),
        };
    }

    private XapiMessage Message(XapiClass owner, string[] line)
    {
        var kind = KindOf(line[2]);
        var (field, parameters, result) = MessageShapes.Of(owner, line[1], kind) ?? (MessageShapes.FieldMeant(owner, line[1]), CustomParameters(line), XapiType.Parse(line[5]));
        return new XapiMessage(owner.Name, line[1], kind, parameters, result)
        {
            Field = field,
            NeedsSession = line[3].Contains('s', StringComparison.Ordinal),
            HasAsync = line[3].Contains('a', StringComparison.Ordinal),
            IsHidden = line[3].Contains('h', StringComparison.Ordinal),
            IsPoolInternal = line[3].Contains('i', StringComparison.Ordinal),
            IsRemoved = line[3].Contains('r', StringComparison.Ordinal),
            Roles = roles[line[4]],
        };
    }

    private static List<XapiParameter> CustomParameters(string[] line)
    {
        var parameters = new List<XapiParameter>();
        for (var at = 6; at + 2 < line.Length; at += 3)
        {
            var type = XapiType.Parse(line[at + 1]);
            parameters.Add(new XapiParameter(line[at], type, Default(type, line[at + 2])));
        }
        return parameters;
    }

    private void Relate()
    {
        var byName = Classes.ToDictionary(item => item.Name, StringComparer.Ordinal);
        foreach (var line in relationLines)
        {
            var first = byName[line[1]].Field(line[2]);
            var second = byName[line[3]].Field(line[4]);
            // roles of a subject and subroles of a role are listed as their own other side: nothing to mirror.
            if (ReferenceEquals(first, second))
            {
                continue;
            }
            var mutual = first.Type.IsRefSet;
            first.Relation = new XapiRelation(line[3], line[4], mutual ? RelationKind.ManyToMany : RelationKind.ManyToOne);
            second.Relation = new XapiRelation(line[1], line[2], mutual ? RelationKind.ManyToMany : RelationKind.OneToMany);
        }
    }

    private static XapiValue? Default(XapiType type, string json)
    {
        if (json == "-")
        {
            return null;
        }
        using var document = JsonDocument.Parse(json);
        return Convert(type, document.RootElement);
    }

    private static XapiValue Convert(XapiType type, JsonElement json) => type.Kind switch
    {
        XapiTypeKind.Whole => json.GetInt64(),
        XapiTypeKind.Real => json.GetDouble(),
        XapiTypeKind.Bool => json.GetBoolean(),
        XapiTypeKind.Date => XapiDate.Parse(json.GetString()!),
        XapiTypeKind.Set => new XapiSet([.. json.EnumerateArray().Select(item => Convert(type.Element!, item))]),
        XapiTypeKind.Map => new XapiMap(json.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, Convert(type.Element!, item.Value)))),
        XapiTypeKind.Option when json.ValueKind == JsonValueKind.Null => XapiNil.Value,
        XapiTypeKind.Option => Convert(type.Element!, json),
        // host.create declares an empty set for an enumeration.
        _ => json.ValueKind == JsonValueKind.String ? json.GetString()! : "",
    };

    private XapiValue Empty(XapiType type) => type.Kind switch
    {
        XapiTypeKind.Whole => 0L,
        XapiTypeKind.Real => 0.0,
        XapiTypeKind.Bool => false,
        XapiTypeKind.Date => XapiDate.Epoch,
        XapiTypeKind.Set => XapiSet.Empty,
        XapiTypeKind.Map => XapiMap.Empty,
        XapiTypeKind.Ref => XapiValue.NullRef,
        XapiTypeKind.Option => XapiNil.Value,
        XapiTypeKind.Enum => Enums[type.Name][0],
        _ => XapiValue.Void,
    };

    private static MessageKind KindOf(string word) => word switch
    {
        "getter" => MessageKind.Getter,
        "setter" => MessageKind.Setter,
        "add" => MessageKind.Add,
        "remove" => MessageKind.Remove,
        "get_record" => MessageKind.GetRecord,
        "get_by_uuid" => MessageKind.GetByUuid,
        "get_by_name_label" => MessageKind.GetByNameLabel,
        "get_all" => MessageKind.GetAll,
        "get_all_where" => MessageKind.GetAllWhere,
        "get_all_records_where" => MessageKind.GetAllRecordsWhere,
        "get_all_records" => MessageKind.GetAllRecords,
        "create" => MessageKind.Create,
        "destroy" => MessageKind.Destroy,
        _ => MessageKind.Custom,
    };
}
