using System.Text;
using System.Text.Json;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Http;

namespace Relocation.Simulator.Faults;

/// <summary>
/// What steers and shows the world over HTTP at every pool's port: POST /simulator/faults takes a scenario, GET /simulator/world tells the time, the
/// links and what really happened in every migration.
/// </summary>
public static class ControlSurface
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Maps both paths.</summary>
    internal static FaultControl Attach(SimulatorServer server)
    {
        var control = new FaultControl(server);
        server.MapControl("/simulator/faults", (request, _) => Task.FromResult(Order(control, request)));
        server.MapControl("/simulator/world", (_, _) => Task.FromResult(Json(200, "OK", Show(server))));
        return control;
    }

    private static HttpResponse Order(FaultControl control, HttpRequest request)
    {
        try
        {
            var orders = FaultScenario.Parse(request.Body);
            foreach (var order in orders)
            {
                control.Order(order);
            }
            return Json(200, "OK", new { ordered = orders.Count });
        }
        catch (FormatException fault)
        {
            return Json(400, "Bad Request", new { error = fault.Message });
        }
    }

    private static object Show(SimulatorServer server)
    {
        var engine = server.World.Engine;
        return engine.Do(() =>
        {
            engine.Network.Settle();
            return (object)new
            {
                now = engine.Timeline.Now,
                speed = server.World.Clock.Speed,
                pools = server.Pools.Select(pool => new { pool.Name, pool.Url }).ToList(),
                links = engine.Network.Links.Select(link => new { link.Name, link.BytesPerSecond, link.Rate, link.Carried }).ToList(),
                waitingFaults = engine.Faults.Waiting.Select(fault => new { kind = fault.Kind.ToString(), step = fault.Step.ToString(), fault.Disk, fault.VmUuid }).ToList(),
                migrations = engine.Truths.Select(truth => new
                {
                    truth.VmUuid,
                    truth.Source,
                    truth.Destination,
                    truth.Began,
                    truth.Ended,
                    truth.Outcome,
                    truth.DiskBytes,
                    truth.MirroredBytes,
                    truth.MemoryRounds,
                    truth.TotalBytes,
                    downtimeSeconds = truth.Downtime.TotalSeconds,
                    steps = truth.Steps.Select(step => new { step = step.Step.ToString(), step.Disk, step.At }).ToList(),
                }).ToList(),
            };
        });
    }

    private static HttpResponse Json(int status, string reason, object value) =>
        HttpResponse.Content(status, reason, "application/json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options)));
}
