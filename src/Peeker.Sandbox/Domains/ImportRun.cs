using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Domains;

/// <summary>Works an import off. Callers hold the world's lock.</summary>
internal sealed class ImportRun(Ids ids, Timeline timeline)
{
    // Assumption: "usually hours" is documented; a domain that waits has its nameservers pointed after one.
    private static readonly TimeSpan NameserversPointed = TimeSpan.FromHours(1);

    /// <summary>Told when a domain has come into the inventory.</summary>
    public Action<World, DomainRecord, DateTimeOffset>? Arrived { get; set; }

    public void Finish(World world, ImportRecord job, DateTimeOffset now)
    {
        foreach (var name in job.Asked)
        {
            if (DomainText.Normalise(name) is null || !DomainText.IsRoot(name)) job.Failed.Add(new() { Domain = name, Reason = "invalid" });
            else if (MagicName.FailsImport(name)) Fail(world, job, name);
            else Import(world, job, name, now);
        }

        if (job.Waiting.Count > 0)
        {
            job.Status = ImportStatus.ActionRequired;
            world.Announce(WebhookEventType.DomainImportActionRequired, job, now, job.ToModel());
            foreach (var domain in job.Waiting) world.Announce(WebhookEventType.DomainActionRequired, domain, now, domain.ToModel());
            timeline.At(now + NameserversPointed, pointed => Verify(world, job, pointed));
            return;
        }

        End(world, job, now);
    }

    private static void Fail(World world, ImportRecord job, string name)
    {
        job.Failed.Add(new() { Domain = name, Reason = "errored" });
        world.Importing.Remove(name);
    }

    private void Import(World world, ImportRecord job, string name, DateTimeOffset now)
    {
        job.Imported.Add(name);
        if (world.DomainNamed(name) is not null) return;
        var domain = Expect(world, job, name);
        if (MagicName.WaitsForNameservers(name)) job.Waiting.Add(domain);
        else Arrive(world, domain, now);
    }

    /// <summary>From now on the name is on its way: nobody can buy it.</summary>
    public DomainRecord Expect(World world, ImportRecord job, string name)
    {
        if (!world.Importing.TryGetValue(name, out var domain))
            domain = world.Importing[name] = new() { Id = ids.Of("dom_", job.Id, name), Name = name, UsableFor = MagicName.UsableFor(name), CreatedAt = job.CreatedAt };
        return domain;
    }

    private void Verify(World world, ImportRecord job, DateTimeOffset now)
    {
        lock (world.Gate)
        {
            foreach (var domain in job.Waiting.Where(domain => world.DomainNamed(domain.Name) is null)) Arrive(world, domain, now);
            job.Waiting.Clear();
            End(world, job, now);
        }
    }

    private void Arrive(World world, DomainRecord domain, DateTimeOffset now)
    {
        world.Importing.Remove(domain.Name);
        world.Domains.Put(domain);
        Arrived?.Invoke(world, domain, now);
    }

    private static void End(World world, ImportRecord job, DateTimeOffset now)
    {
        job.CompletedAt = WholeSeconds.Of(now);
        job.Status = job.Imported.Count > 0 ? ImportStatus.Completed : ImportStatus.Failed;
        world.Announce(job.Imported.Count > 0 ? WebhookEventType.DomainImportCompleted : WebhookEventType.DomainImportFailed, job, now, job.ToModel());
    }
}
