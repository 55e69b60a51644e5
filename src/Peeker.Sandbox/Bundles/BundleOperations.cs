using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Bundles;

/// <summary>Saved order sizes.</summary>
internal static class BundleOperations
{
    public static byte[] Create(Call call)
    {
        var body = call.Read<BundleCreate>();
        var bundle = Build(call.NewId("bun_"), call.Now, body.Name, body.MonthlySendingVolume, body.GooglePercent, body.MicrosoftPercent, body.SendOnWeekends ?? false, body.GoogleInboxesPerDomain ?? 2);
        lock (call.World.Gate) return Envelope.Data(call.World.Bundles.Put(bundle));
    }

    public static byte[] Get(Call call) => Envelope.Data(Find(call.World, call.Id));

    public static byte[] List(Call call)
    {
        lock (call.World.Gate)
        {
            var status = call.Query.GetValueOrDefault("status");
            return PageOfRows.Of(call, call.World.Bundles, bundle => status is null || bundle.Status.Value == status, bundle => bundle);
        }
    }

    public static byte[] Update(Call call)
    {
        var body = call.Read<BundleUpdate>();
        // Null and absent differ for the percents, and only the JSON still knows which it was.
        var google = call.Body.TryGetProperty("google_percent", out _);
        var microsoft = call.Body.TryGetProperty("microsoft_percent", out _);
        lock (call.World.Gate)
        {
            var old = Find(call.World, call.Id);
            return Envelope.Data(call.World.Bundles.Put(Build(
                old.Id,
                old.CreatedAt,
                body.Name ?? old.Name,
                body.MonthlySendingVolume ?? old.MonthlySendingVolume,
                google ? body.GooglePercent : old.GooglePercent,
                microsoft ? body.MicrosoftPercent : old.MicrosoftPercent,
                body.SendOnWeekends ?? old.SendOnWeekends,
                body.GoogleInboxesPerDomain ?? old.GoogleInboxesPerDomain,
                old.Status)));
        }
    }

    public static byte[] Delete(Call call)
    {
        lock (call.World.Gate)
        {
            var bundle = Find(call.World, call.Id);
            if (call.World.UsedBundles.Contains(bundle.Id))
                return Envelope.Data(call.World.Bundles.Put(Build(bundle.Id, bundle.CreatedAt, bundle.Name, bundle.MonthlySendingVolume, bundle.GooglePercent,
                    bundle.MicrosoftPercent, bundle.SendOnWeekends, bundle.GoogleInboxesPerDomain, BundleStatus.Archived)));
            call.World.Bundles.Remove(bundle.Id);
            return Envelope.Data(new BundleDeletion { Id = bundle.Id, Status = BundleStatus.Deleted });
        }
    }

    public static Bundle Find(World world, string id, string? field = null)
    {
        lock (world.Gate) return world.Bundles.Find(id) ?? throw Fault.NotFound("bundle", field);
    }

    private static Bundle Build(string id, DateTimeOffset at, string name, long volume, int? google, int? microsoft, bool weekends, int inboxes, BundleStatus? status = null)
    {
        if (google is null != microsoft is null)
            throw Fault.Invalid(google is null ? "google_percent" : "microsoft_percent", "google_percent and microsoft_percent are set together, or neither.");
        if (google + microsoft is not (null or 100)) throw Fault.Invalid("google_percent", "google_percent and microsoft_percent must add up to 100.");
        var share = google ?? 50;
        return new()
        {
            Id = id,
            Name = name,
            MonthlySendingVolume = volume,
            GooglePercent = google,
            MicrosoftPercent = microsoft,
            SendOnWeekends = weekends,
            GoogleInboxesPerDomain = inboxes,
            Effective = new() { GooglePercent = share, MicrosoftPercent = 100 - share },
            RequiredDomains = BundleArithmetic.Required(volume, share, weekends, inboxes),
            Status = status ?? BundleStatus.Active,
            CreatedAt = at,
        };
    }
}
