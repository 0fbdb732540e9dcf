namespace Relocation.Xapi.Records.Mappings;

/// <summary>Reads what the mappings read of records that become no object of their own, so that a bad value is found where it stands.</summary>
internal static class PartCheck
{
    public static void Read(XapiRecord part)
    {
        switch (part.Type.Name)
        {
            case "host_metrics":
                part.Size("memory_total");
                part.Size("memory_free");
                part.FlagIfKnown("live");
                break;
            case "PIF_metrics":
                part.FlagIfKnown("carrier");
                part.Count("speed");
                break;
            case "VM_metrics":
                part.Size("memory_actual");
                part.Flag("nomigrate");
                part.Flag("nested_virt");
                break;
            case "VM_guest_metrics":
                part.FlagIfKnown("PV_drivers_up_to_date");
                part.Flag("PV_drivers_detected");
                part.Flag("live");
                part.Map("PV_drivers_version");
                part.Map("os_version");
                part.Map("networks");
                part.Map("other");
                break;
        }
    }
}
