namespace Relocation.Simulator.Demonstration;

/// <summary>The guests of the office pool, and those already at the new centre.</summary>
internal static class WeatherBureauOffice
{
    private const string Iscsi = "office-iscsi";
    private const string Nfs = "office-nfs";

    public static IReadOnlyList<VmBlueprint> Guests { get; } =
    [
        new("dns-01", "DNS and DHCP", 2, 2, "Infrastructure", [new(30, 11, Nfs)]) { Host = "of-host1", Description = "域名服务（主）", Owner = "Network" },
        new("dns-02", "DNS and DHCP", 2, 2, "Infrastructure", [new(30, 10, Nfs)]) { Host = "of-host2", Description = "域名服务（备）", Owner = "Network" },
        new("dhcp-01", "DNS and DHCP", 2, 2, "Infrastructure", [new(30, 12, Nfs)]) { Host = "of-host1", Description = "地址分配", Owner = "Network" },
        new("ntp-01", "DNS and DHCP", 1, 2, "Infrastructure", [new(20, 8, Nfs)]) { Host = "of-host2", Description = "Time", Owner = "Network" },
        new("ad-dc-01", "Directory", 4, 8, "Infrastructure", [new(80, 32, Iscsi)]) { Host = "of-host1", IsWindows = true, Description = "域控制器（主）", Owner = "Office IT" },
        new("ad-dc-02", "Directory", 4, 8, "Infrastructure", [new(80, 31, Iscsi)]) { Host = "of-host2", IsWindows = true, Description = "域控制器（备）", Owner = "Office IT" },
        new("ad-sync", "Directory", 2, 4, "Infrastructure", [new(60, 25, Nfs)]) { Host = "of-host2", IsWindows = true, Owner = "Office IT" },
        new("file-server-01", "Files", 4, 16, "Office", [new(80, 35, Iscsi), new(1000, 1000, Iscsi)]) { Host = "of-host1", IsWindows = true, Description = "文件服务器", Owner = "Office IT" },
        new("print-server", "Files", 2, 4, "Office", [new(60, 24, Nfs)]) { Host = "of-host2", IsWindows = true, Owner = "Office IT" },
        new("mail-gateway", "Mail", 2, 8, "DMZ", [new(60, 22, Nfs)]) { Host = "of-host1", Description = "Mail gateway", Owner = "Office IT", SecondNetwork = "Office" },
        new("mail-store", "Mail", 8, 32, "Office", [new(80, 36, Iscsi), new(800, 800, Iscsi)]) { Host = "of-host2", IsWindows = true, Description = "邮件存储", Owner = "Office IT" },
        new("oa-web", "Office automation", 4, 8, "Office", [new(60, 26, Nfs)]) { Host = "of-host1", Description = "办公自动化系统", Owner = "Administration" },
        new("oa-db", "Office automation", 4, 16, "Office", [new(60, 24, Iscsi), new(200, 200, Iscsi)]) { Host = "of-host2", Description = "办公数据库", Owner = "Administration", Snapshots = ["before patch 2026-02"] },
        new("hr-web", "Personnel", 2, 4, "Office", [new(60, 23, Nfs)]) { Host = "of-host1", IsWindows = true, Description = "人事系统", Owner = "Administration" },
        new("finance-app", "Finance", 4, 8, "Office", [new(80, 34, Iscsi)]) { Host = "of-host2", IsWindows = true, Description = "财务系统", Owner = "Administration", BlockedBecause = "Annual accounts are open" },
        new("public-web-01", "Public site", 4, 8, "DMZ", [new(60, 25, Nfs)]) { Host = "of-host1", Description = "门户网站（一）", Owner = "Public service" },
        new("public-web-02", "Public site", 4, 8, "DMZ", [new(60, 25, Nfs)]) { Host = "of-host2", Description = "门户网站（二）", Owner = "Public service" },
        new("public-cms", "Public site", 2, 8, "Office", [new(60, 28, Nfs)]) { Host = "of-host1", Description = "Content management", Owner = "Public service" },
        new("app-api-01", "Mobile app", 4, 8, "DMZ", [new(60, 21, Nfs)]) { Host = "of-host2", Description = "手机客户端接口", Owner = "Public service" },
        new("app-api-02", "Mobile app", 4, 8, "DMZ", [new(60, 21, Nfs)]) { Host = "of-host1", Owner = "Public service" },
        new("backup-proxy", "Backup", 4, 8, "Backup", [new(60, 24, Nfs)]) { Host = "of-host1", Description = "备份代理", Owner = "Office IT", SecondNetwork = "Infrastructure" },
        new("backup-proxy-02", "Backup", 4, 8, "Backup", [new(60, 23, Nfs)]) { Host = "of-host2", Owner = "Office IT", HasTools = false },
        new("monitoring", "Monitoring", 4, 16, "Infrastructure", [new(60, 28, Nfs), new(200, 90, Nfs)]) { Host = "of-host2", Description = "监控平台", Owner = "Network" },
        new("log-collector", "Monitoring", 4, 16, "Infrastructure", [new(60, 22, Nfs), new(400, 280, Nfs)]) { Host = "of-host1", Description = "日志采集", Owner = "Network" },
        new("jump-host", "Monitoring", 2, 4, "Infrastructure", [new(40, 14, Nfs)]) { Host = "of-host2", Description = "堡垒机", Owner = "Network" },
        new("old-intranet", "Office automation", 2, 4, "Office", [new(60, 31, Nfs)]) { Description = "Switched off since 2024", Owner = "Administration" },
    ];

    public static IReadOnlyList<VmBlueprint> AtCentre { get; } =
    [
        new("dc-monitoring", "Monitoring of the centre", 4, 16, "Infrastructure", [new(60, 25, "centre-nfs")]) { Host = "dc-host1", Description = "新中心监控" },
        new("dc-deploy", "Monitoring of the centre", 2, 8, "Infrastructure", [new(80, 40, "centre-nfs")]) { Host = "dc-host2", Description = "Deployment server" },
    ];
}
