using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Domains;

/// <summary>Where domains redirect to, changed in the background.</summary>
internal sealed class ForwardingOperations(Timeline timeline, TimeSpan delay)
{
    public byte[] Set(Call call)
    {
        var body = call.Read<ForwardingRequest>();
        var world = call.World;
        lock (world.Gate)
        {
            var domains = body.Domains.Select((text, index) => Find(world, text) ?? throw Fault.NotFound("domain", $"domains[{index}]")).Distinct().ToList();
            var job = world.Forwardings.Put(new(call.NewId("fwj_"), body.ForwardingUrl, domains, call.Now));
            job.Completed.AddRange(domains.Where(domain => domain.ForwardingUrl == job.Url).Select(domain => domain.Name));
            timeline.At(call.Instant + delay, now =>
            {
                lock (world.Gate) Finish(world, job, now);
            });
            return Envelope.Data(job.ToModel());
        }
    }

    public static byte[] Get(Call call)
    {
        lock (call.World.Gate) return Envelope.Data((call.World.Forwardings.Find(call.Id) ?? throw Fault.NotFound("forwarding job")).ToModel());
    }

    /// <summary>A domain by its id or its name.</summary>
    public static DomainRecord? Find(World world, string text) => world.Domains.Find(text) ?? (DomainText.Normalise(text) is { } name ? world.DomainNamed(name) : null);

    private static void Finish(World world, ForwardingRecord job, DateTimeOffset now)
    {
        foreach (var domain in job.Domains.Where(domain => !job.Completed.Contains(domain.Name)))
        {
            var reason = MagicTarget.ForwardingFailure(job.Url) ?? (MagicName.FailsForwarding(domain.Name) ? ForwardingFailureReason.DnsLookupFailed : (ForwardingFailureReason?)null);
            if (reason is { } why)
            {
                job.Failed.Add(new() { Domain = domain.Name, Reason = why });
                continue;
            }

            job.Apply(domain);
        }

        job.CompletedAt = WholeSeconds.Of(now);
        job.Status = job.Failed.Count == 0 ? ForwardingStatus.Completed : job.Completed.Count == 0 ? ForwardingStatus.Failed : ForwardingStatus.PartialSuccess;
        // Assumption: a job that succeeded in part has applied a change.
        world.Announce(job.Completed.Count > 0 ? WebhookEventType.DomainForwardingUpdated : WebhookEventType.DomainForwardingFailed, job, now, job.ToModel());
    }
}
