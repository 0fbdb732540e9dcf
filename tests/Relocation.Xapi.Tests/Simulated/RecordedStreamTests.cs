using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Xapi.Databases;
using Relocation.Xapi.Live;
using Relocation.Xapi.Tests.Databases;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Simulated;

/// <summary>What a real xapi answered to event.from during a live migration, replayed to our client; the databases before and after are the measure.</summary>
public sealed class RecordedStreamTests
{
    [Theory]
    [InlineData("live-migrate-alpha")]
    [InlineData("live-migrate-beta")]
    [InlineData("cancel-migrate-alpha")]
    [InlineData("cancel-migrate-beta")]
    public async Task RecordedEvents_LeadFromTheFileBeforeToTheFileAfter(string name)
    {
        var replies = (await File.ReadAllLinesAsync(RealDumps.File($"golden/streams/{name}.jsonl"), TestContext.Current.CancellationToken))
            .Select(line => JsonDocument.Parse(line).RootElement).Where(reply => reply.GetProperty("result").ValueKind == JsonValueKind.Object)
            .Select(reply => reply.GetProperty("result")).ToList();
        var next = 0;
        await using var server = new FakeXapi(Scripts.WithLogin(call => next < replies.Count ? call.Result(replies[next++]) : FakeReply.Silence));
        await using var session = Scripts.Session(server);
        var records = await LiveCapture.ReadAsync(session, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var known = records.MapAll().ToDictionary(InventoryObjects.KeyOf);
        Assert.Empty(await DifferencesAsync($"golden/streams/{name}-before.xml", known.Values));
        for (var reply = 1; reply < replies.Count; reply++)
        {
            if (records.Apply(LiveEvents.Read(replies[reply], "recorded"), DateTimeOffset.UnixEpoch) is { } batch)
            {
                foreach (var item in batch.Changed)
                {
                    known[InventoryObjects.KeyOf(item)] = item;
                }

                foreach (var gone in batch.Gone)
                {
                    Assert.True(known.Remove(gone), $"{gone} went, but was not known");
                }
            }
        }

        Assert.Empty(LiveImportTests.Differences(records.MapAll(), known.Values));
        Assert.Empty(await DifferencesAsync($"golden/streams/{name}-after.xml", known.Values));
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(string file, IEnumerable<InventoryObject> live)
    {
        await using var reader = new DatabaseFileReader(RealDumps.File(file));
        return LiveImportTests.Differences((await Importing.ReadAsync(reader)).Objects, live);
    }
}
