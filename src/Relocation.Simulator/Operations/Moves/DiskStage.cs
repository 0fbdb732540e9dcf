using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>
/// The records of one disk on its way: at the destination the disk, an empty snapshot and a parent that takes the copy, at the source a snapshot that is
/// copied (ocaml/xapi/storage_smapiv1_migrate.ml).
/// </summary>
internal sealed class DiskStage(MovePlan plan, DiskMove move, string mirror)
{
    private readonly PoolDatabase source = plan.Source.Database;
    private readonly PoolDatabase destination = plan.Destination.Database;
    private XapiObject? parent;
    private XapiObject? dummy;
    private XapiObject? snapshot;

    /// <summary>The disk as it was.</summary>
    public XapiObject Old => move.Vdi;

    /// <summary>The disk as it will be; null before its step.</summary>
    public XapiObject? New { get; private set; }

    /// <summary>Makes the records at both sides.</summary>
    public void Begin()
    {
        var sr = destination.Require("SR", move.Store);
        PlugIfNeeded(sr);
        StoreSpace.AssertRoom(sr, move.Vdi.Number("virtual_size"));
        destination.Atomically(() =>
        {
            New = StoreSpace.Create(destination, sr, Facts(isSnapshot: false));
            if (move.IsMirrored)
            {
                dummy = StoreSpace.Create(destination, sr, Facts(isSnapshot: true, of: New.Ref, size: 0));
                parent = StoreSpace.Create(destination, sr, Facts(isSnapshot: false, size: 0));
            }
        });
        if (move.IsMirrored)
        {
            snapshot = StoreSpace.Create(source, source.Require("SR", Old.Text("SR")), Facts(isSnapshot: true, of: Old.Ref, size: 0));
        }
    }

    /// <summary>Ends the copy: contents are whole, the source's snapshot and the parent go.</summary>
    public void End()
    {
        destination.Atomically(() =>
        {
            if (parent is not null)
            {
                StoreSpace.Destroy(destination, parent);
            }
            var written = Math.Min(MovePlan.Allocated(Old), New!.Number("virtual_size"));
            var sr = destination.Require("SR", move.Store);
            if (!StoreSpace.IsThick(sr))
            {
                StoreSpace.Use(destination, sr, written - New.Number("physical_utilisation"));
            }
            destination.Set(New, "physical_utilisation", StoreSpace.IsThick(sr) ? New.Number("virtual_size") : written);
            destination.SetKey(New, "other_config", "content_id", destination.Identifiers.Uuid());
        });
        DropSnapshot();
    }

    /// <summary>Makes the new disk an ordinary one.</summary>
    public void Settle() =>
        destination.Atomically(() =>
        {
            if (dummy is not null)
            {
                StoreSpace.Destroy(destination, dummy);
            }
            destination.RemoveKey(New!, "sm_config", "base_mirror");
            source.RemoveKey(Old, "other_config", "maps_to");
        });

    /// <summary>Undoes all of it at the source, and at the destination where that still answers.</summary>
    public void Undo(bool withDestination)
    {
        DropSnapshot();
        if (!Old.IsGone)
        {
            source.RemoveKey(Old, "other_config", "maps_to");
            source.SetKey(Old, "other_config", "content_id", source.Identifiers.Uuid());
        }
        foreach (var vdi in new[] { dummy, parent, New }.OfType<XapiObject>().Where(_ => withDestination))
        {
            StoreSpace.Destroy(destination, vdi);
        }
    }

    private void DropSnapshot()
    {
        if (snapshot is not null)
        {
            StoreSpace.Destroy(source, snapshot);
        }
    }

    private Dictionary<string, XapiValue> Facts(bool isSnapshot, string? of = null, long? size = null) => new(StringComparer.Ordinal)
    {
        ["name_label"] = Old.Text("name_label"),
        ["name_description"] = Old.Text("name_description"),
        ["type"] = Old["type"],
        ["virtual_size"] = Old.Number("virtual_size"),
        ["physical_utilisation"] = size ?? (StoreSpace.IsThick(destination.Require("SR", move.Store)) ? Old.Number("virtual_size") : 0),
        ["is_a_snapshot"] = isSnapshot || (Old.Bool("is_a_snapshot") && !move.IsMirrored),
        ["snapshot_of"] = of ?? XapiValue.Null,
        ["snapshot_time"] = isSnapshot ? (XapiValue)plan.Source.Clock.Now : Old["snapshot_time"],
        ["read_only"] = Old["read_only"],
        ["sharable"] = Old["sharable"],
        ["on_boot"] = Old["on_boot"],
        ["sm_config"] = move.IsMirrored ? new XapiMap([KeyValuePair.Create("base_mirror", (XapiValue)$"{mirror}/{Old.Text("location")}")]) : XapiMap.Empty,
    };

    private void PlugIfNeeded(XapiObject sr)
    {
        var pbd = VmParts.Rows(destination, "PBD", sr.Texts("PBDs")).FirstOrDefault(item => item.Text("host") == plan.Receiver.Ref)
            ?? throw SendChecks.NoPlugin(sr, isPreparing: true);
        destination.Set(pbd, "currently_attached", true);
    }
}
