using System.Text.Json;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Domains;

/// <summary>Brings domains the customer owns into the inventory: while the caller waits, or in the background.</summary>
internal sealed class ImportOperations(ImportRun run, Timeline timeline, TimeSpan delay)
{
    // Assumption: how long live imports are busy; the documented example of a 429 says 12.
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(12);

    public byte[] Import(Call call)
    {
        var body = call.Read<ImportRequest>();
        lock (call.World.Gate)
        {
            RequireCapacity(call, body.Domains);
            var job = Accept(call, body.Domains);
            run.Finish(call.World, job, call.Instant);
            return Envelope.Data(job.ToModel());
        }
    }

    public byte[] StartJob(Call call)
    {
        var body = call.Read<ImportJobRequest>();
        // As JSON, so that two names never read like one with a comma in it.
        var set = JsonSerializer.Serialize(body.Domains.Select(name => DomainText.Normalise(name) ?? name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var world = call.World;
        lock (world.Gate)
        {
            if (world.ImportJobsBySet.TryGetValue(set, out var known)) return Envelope.Data(known.ToModel());
            var job = world.ImportJobsBySet[set] = Accept(call, body.Domains);
            foreach (var name in job.Asked.Where(name => DomainText.Normalise(name) is not null && DomainText.IsRoot(name) && world.DomainNamed(name) is null)) run.Expect(world, job, name);
            timeline.At(call.Instant + delay, now =>
            {
                lock (world.Gate) run.Finish(world, job, now);
            });
            return Envelope.Data(job.ToModel());
        }
    }

    public static byte[] Get(Call call)
    {
        lock (call.World.Gate) return Envelope.Data((call.World.Imports.Find(call.Id) ?? throw Fault.NotFound("import job")).ToModel());
    }

    /// <summary>Assumption: the newest import that had all of the names; the docs say only that domains find it.</summary>
    public static byte[] FindByDomains(Call call)
    {
        var asked = call.Query["domains"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => DomainText.Normalise(name) ?? name).ToHashSet(StringComparer.Ordinal);
        lock (call.World.Gate)
        {
            var job = call.World.Imports.NewestFirst().Select(place => place.Row).FirstOrDefault(job => asked.IsSubsetOf(job.Asked));
            return Envelope.Data((job ?? throw Fault.NotFound("import job")).ToModel());
        }
    }

    private static void RequireCapacity(Call call, IEnumerable<string> domains)
    {
        foreach (var name in domains.Select(DomainText.Normalise).OfType<string>().Where(MagicName.KeepsImportBusy))
        {
            if (!call.World.ImportsBusyUntil.TryGetValue(name, out var until)) until = call.World.ImportsBusyUntil[name] = call.Instant + Busy;
            if (call.Instant < until) throw Fault.RateLimited("Imports are busy at the moment; wait, or use an import job.", until - call.Instant, "cloudflare_account_capacity");
        }
    }

    private static ImportRecord Accept(Call call, IReadOnlyList<string> domains) =>
        call.World.Imports.Put(new(call.NewId("imp_"), [.. domains.Select(text => DomainText.Normalise(text) ?? text).Distinct(StringComparer.Ordinal)], call.Now));
}
