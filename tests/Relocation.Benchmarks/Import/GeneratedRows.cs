using System.Globalization;

namespace Relocation.Benchmarks.Import;

/// <summary>The rows of a generated pool; each is a function of its number and the seed.</summary>
internal sealed class GeneratedRows(int seed, int hosts, int srs, int networks, int nics)
{
    private const string Null = "OpaqueRef:NULL";
    private const string Features = "1fc9cbf5-f6fa3203-2991cbf5-00000123-0000000f-219c47a9-0040060c-00000000-bc000400-00000000-00000000-00000000-00000000-00000000-00000000-00000000";

    public string Pool(int number) => Row(0, number,
        $"""blobs="()" crash_dump_SR="{Null}" cpu_info="(('cpu_count'%.'{32 * hosts}')%.('features_hvm'%.'{Features}'))" default_SR="{Ref(2, 0)}" gui_config="()" ha_allow_overcommit="false" ha_configuration="()" ha_enabled="false" ha_host_failures_to_tolerate="0" ha_overcommitted="false" ha_plan_exists_for="0" ha_statefiles="()" master="{Ref(1, 0)}" migration_compression="false" name_description="" name_label="generated" other_config="(('memory-ratio-hvm'%.'0.25'))" restrictions="(('restrict_pooling'%.'false'))" suspend_image_SR="{Null}" tags="()" tls_verification_enabled="true" vswitch_controller="" wlb_enabled="false" wlb_url="" """);

    public string Host(int number) => Row(1, number,
        $"""API_version__major="2" API_version__minor="23" PBDs="()" PIFs="()" address="10.0.{number / 250}.{number % 250}" allowed_operations="('vm_migrate'%.'provision'%.'evacuate')" bios_strings="()" capabilities="('xen-3.0-x86_64'%.'hvm-3.0-x86_64')" cpu_info="(('cpu_count'%.'32')%.('socket_count'%.'2')%.('vendor'%.'GenuineIntel')%.('speed'%.'2494.222')%.('modelname'%.'Xeon%.Silver')%.('features_pv'%.'{Features}')%.('features_hvm'%.'{Features}'))" edition="xcp-ng" enabled="true" hostname="host-{number}" iscsi_iqn="iqn.2026-01.example:{number}" license_params="(('restrict_vlan'%.'false')%.('expiry'%.'20991231T00:00:00Z'))" memory__overhead="521011200" metrics="{Ref(11, number)}" multipathing="false" name__description="Default%.install" name__label="host-{number}" other_config="()" resident_VMs="()" software_version="(('product_version'%.'8.3.0')%.('platform_version'%.'3.4.0')%.('product_brand'%.'XCP-ng'))" suspend_image_sr="{Null}" tags="()" virtual_hardware_platform_versions="('0'%.'1'%.'2')" """);

    public string HostMetrics(int number) => Row(11, number, """last_updated="19700101T00:00:00Z" live="true" memory__free="68719476736" memory__total="274877906944" other_config="()" """);

    public string Sr(int number) => Row(2, number,
        $"""PBDs="()" VDIs="()" allowed_operations="('vdi_create'%.'vdi_snapshot'%.'vdi_mirror'%.'scan')" blobs="()" content_type="user" name__description="" name__label="shared%.{number}" other_config="()" physical_size="109951162777600" physical_utilisation="54975581388800" shared="true" sm_config="()" tags="()" type="nfs" virtual_allocation="54975581388800" """);

    public string Sm(int number) => Row(12, number, """capabilities="('VDI_MIRROR'%.'VDI_SNAPSHOT'%.'VDI_CREATE')" configuration="()" features="(('VDI_MIRROR'%.'1')%.('VDI_SNAPSHOT'%.'1')%.('VDI_CREATE'%.'1'))" name__label="NFS" other_config="()" type="nfs" version="3.2" """);

    public string Pbd(int number) => Row(3, number, $"""SR="{Ref(2, number % srs)}" currently_attached="true" device_config="(('server'%.'10.1.0.1')%.('serverpath'%.'/exports/{number % srs}'))" host="{Ref(1, number / srs)}" other_config="()" """);

    public string Network(int number) => Row(4, number, $"""MTU="1500" PIFs="()" VIFs="()" blobs="()" bridge="xapi{number}" default_locking_mode="unlocked" managed="true" name__description="" name__label="Network%.{number}" other_config="()" purpose="()" tags="()" """);

    public string Pif(int number) => Row(5, number, $"""DNS="" IP="" MAC="00:16:3e:00:{(number >> 8) & 255:x2}:{number & 255:x2}" MTU="1500" VLAN="-1" bond_master_of="()" bond_slave_of="{Null}" capabilities="()" currently_attached="true" device="eth{number % nics}" disallow_unplug="false" gateway="" host="{Ref(1, number / nics)}" ip_configuration_mode="None" management="{(number % nics == 0 ? "true" : "false")}" metrics="{Ref(13, number)}" netmask="" network="{Ref(4, number % nics)}" other_config="()" physical="true" properties="(('gro'%.'on'))" """);

    public string PifMetrics(int number) => Row(13, number, """carrier="true" device_id="" device_name="" duplex="true" io__read_kbs="0" io__write_kbs="0" last_updated="19700101T00:00:00Z" other_config="()" pci_bus_path="" speed="10000" vendor_id="" vendor_name="Ethernet" """);

    public string Vbd(int number) => Row(6, number, $"""VDI="{Ref(7, number)}" VM="{Ref(9, number / 2)}" allowed_operations="('attach'%.'unpause'%.'pause')" bootable="{(number % 2 == 0 ? "true" : "false")}" current_operations="()" currently_attached="true" device="xvd{(char)('a' + (number % 2))}" empty="false" metrics="{Null}" mode="RW" other_config="()" qos__algorithm_params="()" qos__algorithm_type="" qos__supported_algorithms="()" reserved="false" runtime_properties="()" status_code="0" status_detail="" storage_lock="false" type="Disk" unpluggable="true" userdevice="{number % 2}" """);

    public Func<int, string> Vdi(int disks) => number =>
    {
        var isSnapshot = number >= disks;
        return Row(7, number, $"""SR="{Ref(2, number % srs)}" VBDs="()" allow_caching="false" allowed_operations="('clone'%.'snapshot')" cbt_enabled="false" crash_dumps="()" current_operations="()" is_a_snapshot="{(isSnapshot ? "true" : "false")}" is_tools_iso="false" location="{Uuid(7, number)}" managed="true" metadata_latest="false" metadata_of_pool="{Null}" missing="false" name__description="Created%.by%.template" name__label="vm-{number / 2}%.disk%.{number % 2}" on_boot="persist" other_config="()" parent="{Null}" physical_utilisation="{21474836480L + (number * 4096L)}" read_only="false" sharable="false" sm_config="(('vdi_type'%.'vhd'))" snapshot_of="{(isSnapshot ? Ref(7, (number - disks) * 10) : Null)}" snapshot_time="{(isSnapshot ? "20260102T03:04:05Z" : "19700101T00:00:00Z")}" snapshots="()" storage_lock="false" tags="()" type="user" virtual_size="42949672960" xenstore_data="()" """);
    };

    public string Vif(int number) => Row(8, number, $"""MAC="06:0b:{(number >> 16) & 255:x2}:{(number >> 8) & 255:x2}:{number & 255:x2}:01" MAC_autogenerated="true" MTU="1500" VM="{Ref(9, number)}" allowed_operations="('attach'%.'unplug')" current_operations="()" currently_attached="true" device="0" ipv4_addresses="()" ipv4_allowed="()" ipv4_configuration_mode="None" ipv4_gateway="" ipv6_addresses="()" ipv6_allowed="()" locking_mode="network_default" metrics="{Null}" network="{Ref(4, number % networks)}" other_config="()" qos__algorithm_params="()" qos__algorithm_type="" reserved="false" runtime_properties="()" status_code="0" status_detail="" trunks="()" """);

    public string Vm(int number) => Row(9, number, GeneratedVm.Columns(
        number, Ref(6, number * 2), Ref(6, (number * 2) + 1), Ref(8, number), Ref(1, number % hosts), Ref(10, number), Ref(14, number)));

    public string VmMetrics(int number) => Row(10, number, """VCPUs__CPU="()" VCPUs__flags="()" VCPUs__number="4" VCPUs__params="()" VCPUs__utilisation="(('0'%.'0'))" current_domain_type="hvm" hvm="true" install_time="20250102T03:04:05Z" last_updated="19700101T00:00:00Z" memory__actual="8589934592" nested_virt="false" nomigrate="false" numa_nodes="0" other_config="()" start_time="20260102T03:04:05Z" state="()" """);

    public string VmGuestMetrics(int number) => Row(14, number, $"""PV_drivers_detected="true" PV_drivers_up_to_date="true" PV_drivers_version="(('major'%.'8')%.('minor'%.'4')%.('micro'%.'0')%.('build'%.'1'))" can_use_hotplug_vbd="yes" can_use_hotplug_vif="yes" disks="()" last_updated="20260102T03:04:05Z" live="true" memory="()" networks="(('0/ip'%.'10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}')%.('0/ipv4/0'%.'10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}'))" os_version="(('name'%.'Debian%.GNU/Linux%.12')%.('uname'%.'6.1.0-25-amd64')%.('distro'%.'debian')%.('major'%.'12'))" other="(('feature-shutdown'%.'1')%.('feature-reboot'%.'1')%.('feature-suspend'%.'1'))" other_config="()" services="()" """);

    public string Console(int number) => Row(15, number, $"""VM="{Ref(9, number)}" location="https://10.0.0.1/console?uuid={Uuid(15, number)}" other_config="()" port="{5900 + (number % 1000)}" protocol="rfb" """);

    private string Row(int kind, int number, string columns) =>
        $"<row ref=\"{Ref(kind, number)}\" __ctime=\"{number}\" __mtime=\"{number + 1}\" _ref=\"{Ref(kind, number)}\" {columns}uuid=\"{Uuid(kind, number)}\"/>";

    private string Ref(int kind, int number) => "OpaqueRef:" + Text(Mix(kind, number, 1), Mix(kind, number, 2));

    private string Uuid(int kind, int number) => Text(Mix(kind, number, 3), Mix(kind, number, 4));

    private static string Text(ulong high, ulong low) =>
        string.Create(CultureInfo.InvariantCulture, $"{(uint)(high >> 32):x8}-{(ushort)(high >> 16):x4}-{(ushort)high:x4}-{(ushort)(low >> 48):x4}-{low & 0xffffffffffff:x12}");

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014), so that references look as scattered as XAPI's.</summary>
    private ulong Mix(int kind, int number, int part)
    {
        var z = (((ulong)seed << 48) ^ ((ulong)kind << 40) ^ ((ulong)part << 36) ^ (ulong)number) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
