namespace Relocation.Simulator.Demonstration;

/// <summary>The guests of the forecasting pool.</summary>
internal static class WeatherBureauForecast
{
    private const string San = "forecast-san";
    private const string Nfs = "forecast-nfs";

    public static IReadOnlyList<VmBlueprint> Guests { get; } =
    [
        new("radar-ingest-01", "Radar ingest", 8, 16, "Radar ingest", [new(60, 22, Nfs), new(400, 210, Nfs)]) { Host = "fc-host1", Description = "雷达基数据接收（一）", Owner = "Observation", SecondNetwork = "Observation network" },
        new("radar-ingest-02", "Radar ingest", 8, 16, "Radar ingest", [new(60, 21, Nfs), new(400, 190, Nfs)]) { Host = "fc-host2", Description = "雷达基数据接收（二）", Owner = "Observation", SecondNetwork = "Observation network" },
        new("radar-mosaic", "Radar ingest", 16, 32, "Radar ingest", [new(60, 25, Nfs), new(600, 340, Nfs)]) { Host = "fc-host3", Description = "全省雷达拼图", Owner = "Observation", Busy = 3 },
        new("radar-archive", "Radar ingest", 4, 8, "Radar ingest", [new(60, 18, Nfs), new(2000, 1400, Nfs)]) { Host = "fc-host1", Description = "Cold archive of volume scans", Owner = "Observation" },
        new("sat-receiver-01", "Satellite", 8, 16, "Observation network", [new(80, 30, San)]) { Host = "fc-host2", Description = "卫星接收，直通接收卡", Owner = "Observation" },
        new("sat-product", "Satellite", 8, 24, "Forecast", [new(80, 30, Nfs), new(500, 260, Nfs)]) { Host = "fc-host3", Description = "Satellite products", Owner = "Observation" },
        new("aws-collector-01", "Surface observations", 4, 8, "Observation network", [new(60, 24, Nfs)]) { Host = "fc-host1", Description = "自动站数据采集", Owner = "Observation" },
        new("aws-collector-02", "Surface observations", 4, 8, "Observation network", [new(60, 23, Nfs)]) { Host = "fc-host2", Description = "自动站数据采集（备）", Owner = "Observation" },
        new("obs-quality", "Surface observations", 4, 8, "Observation network", [new(60, 26, Nfs)]) { Host = "fc-host3", Description = "Quality control of observations", Owner = "Observation", Snapshots = ["before rules 2026-03"] },
        new("lightning-locator", "Surface observations", 4, 8, "Observation network", [new(50, 19, Nfs)]) { Host = "fc-host1", Description = "雷电定位", Owner = "Observation", HasTools = false },
        new("nwp-scheduler", "Numerical forecast", 8, 16, "Forecast", [new(80, 28, San)]) { Host = "fc-host1", Description = "数值预报作业调度", Owner = "Numerical forecast" },
        new("nwp-preprocess", "Numerical forecast", 16, 48, "Forecast", [new(80, 30, San), new(500, 500, San)]) { Host = "fc-host2", Owner = "Numerical forecast", Busy = 4 },
        new("nwp-node-01", "Numerical forecast", 32, 96, "Forecast", [new(80, 30, San)]) { Host = "fc-host1", Description = "Ensemble member 1", Owner = "Numerical forecast", Busy = 6, SecondNetwork = "Model interconnect", NeedsOldCpu = true },
        new("nwp-node-02", "Numerical forecast", 32, 96, "Forecast", [new(80, 30, San)]) { Host = "fc-host1", Description = "Ensemble member 2", Owner = "Numerical forecast", Busy = 6, SecondNetwork = "Model interconnect" },
        new("nwp-post", "Numerical forecast", 16, 32, "Forecast", [new(80, 34, San), new(400, 400, San)]) { Host = "fc-host3", Description = "模式产品后处理", Owner = "Numerical forecast" },
        new("nwp-archive", "Numerical forecast", 4, 16, "Forecast", [new(60, 22, San), new(1500, 1500, San)]) { Host = "fc-host2", Description = "Model archive", Owner = "Numerical forecast" },
        new("forecast-desk-01", "Forecast desk", 4, 8, "Forecast", [new(80, 36, Nfs)]) { Host = "fc-host3", IsWindows = true, Description = "预报员工作站", Owner = "Forecast office" },
        new("forecast-desk-02", "Forecast desk", 4, 8, "Forecast", [new(80, 35, Nfs) { IsReset = true }]) { Host = "fc-host3", IsWindows = true, Description = "Training desk, reset at every start", Owner = "Forecast office" },
        new("forecast-verify", "Forecast desk", 4, 8, "Forecast", [new(60, 22, Nfs)]) { Host = "fc-host2", Description = "Verification of forecasts", Owner = "Forecast office" },
        new("warning-db", "Warning portal", 4, 8, "Databases", [new(40, 15, Nfs), new(60, 18, Nfs)]) { Host = "fc-host1", Description = "预警信息数据库", Owner = "Warning centre" },
        new("warning-portal-01", "Warning portal", 2, 4, "Warning services", [new(40, 16, Nfs)]) { Host = "fc-host2", Description = "预警发布门户（一）", Owner = "Warning centre" },
        new("warning-portal-02", "Warning portal", 2, 4, "Warning services", [new(40, 16, Nfs)]) { Host = "fc-host3", Description = "预警发布门户（二）", Owner = "Warning centre" },
        new("warning-sms", "Warning portal", 2, 4, "Warning services", [new(40, 14, Nfs)]) { Host = "fc-host2", Description = "短信网关", Owner = "Warning centre" },
        new("warning-editor", "Warning portal", 2, 4, "Warning services", [new(40, 17, Nfs)]) { Host = "fc-host3", Description = "Editing of warnings", Owner = "Warning centre", Snapshots = ["before 5.2"] },
        new("warning-broadcast", "Warning broadcast", 4, 8, "Warning services", [new(60, 24, Nfs)]) { Host = "fc-host1", Description = "应急广播对接", Owner = "Warning centre", BlockedBecause = "Flood season: not before 1 October" },
        new("warning-cap", "Warning broadcast", 2, 4, "Warning services", [new(40, 15, Nfs)]) { Host = "fc-host2", Description = "CAP exchange with the province", Owner = "Warning centre" },
        new("gis-server-01", "Maps", 8, 24, "Maps", [new(80, 34, Nfs), new(300, 180, Nfs)]) { Host = "fc-host1", IsWindows = true, Description = "地理信息服务", Owner = "Data office" },
        new("gis-server-02", "Maps", 8, 24, "Maps", [new(80, 33, Nfs), new(300, 176, Nfs)]) { Host = "fc-host2", IsWindows = true, Owner = "Data office" },
        new("gis-tiles", "Maps", 4, 8, "Maps", [new(60, 20, Nfs), new(500, 420, Nfs)]) { Host = "fc-host3", Description = "Tile cache", Owner = "Data office" },
        new("gis-db", "Maps", 8, 32, "Databases", [new(80, 26, San), new(600, 600, San)]) { Host = "fc-host3", Description = "空间数据库", Owner = "Data office" },
        new("oracle-cimiss", "Databases", 16, 64, "Databases", [new(100, 45, San), new(800, 800, San), new(800, 800, San)]) { Host = "fc-host2", Description = "CIMISS 气象数据库", Owner = "Data office", Busy = 3 },
        new("mysql-obs", "Databases", 8, 32, "Databases", [new(60, 24, San), new(300, 300, San) { IsTracked = true }]) { Host = "fc-host1", Description = "Changed blocks are tracked by the backup", Owner = "Data office" },
        new("redis-cache", "Databases", 4, 16, "Databases", [new(40, 12, Nfs)]) { Host = "fc-host3", Owner = "Data office", Busy = 5 },
        new("licence-server-01", "Licences", 2, 4, "Forecast", [new(40, 18, Nfs)]) { Host = "fc-host1", IsWindows = true, Description = "许可证服务器，USB 加密狗", Owner = "Data office" },
        new("forecast-test", "Forecast desk", 4, 8, "Forecast", [new(60, 20, Nfs)]) { Description = "Test system, switched off", Owner = "Forecast office", Snapshots = ["clean", "with data"] },
        new("golden-centos7", "", 2, 4, "Forecast", [new(40, 8, Nfs)]) { IsTemplate = true, Description = "Our own template" },
    ];
}
