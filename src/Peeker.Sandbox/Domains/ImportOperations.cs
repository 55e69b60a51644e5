using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Domains;

/// <summary>Brings domains the customer owns into the inventory.</summary>
internal sealed class ImportOperations(Ids ids)
{
    private static readonly string[] Nameservers = ["helena.ns.cloudflare.com", "idris.ns.cloudflare.com"];

    public byte[] Import(Call call)
    {
        var body = call.Read<ImportRequest>();
        lock (call.World.Gate) return Envelope.Data(Run(call, body.Domains));
    }

    public byte[] StartJob(Call call)
    {
        var body = call.Read<ImportJobRequest>();
        var set = SetOf(body.Domains);
        lock (call.World.Gate)
        {
            if (call.World.ImportJobsBySet.TryGetValue(set, out var known)) return Envelope.Data(call.World.Imports.Find(known)!);
            var job = Run(call, body.Domains);
            call.World.ImportJobsBySet[set] = job.Id;
            // Accepted first, ready at the next look: the whole job is done by the time anyone can ask.
            return Envelope.Data(new ImportJob { Id = job.Id, Status = ImportStatus.InProgress, CreatedAt = job.CreatedAt });
        }
    }

    public byte[] Get(Call call)
    {
        lock (call.World.Gate) return Envelope.Data(call.World.Imports.Find(call.Id) ?? throw Fault.NotFound("import job"));
    }

    public byte[] FindByDomains(Call call)
    {
        var asked = call.Query["domains"].Split(',').Select(DomainText.Normalise).OfType<string>().ToHashSet();
        lock (call.World.Gate)
        {
            var job = call.World.Imports.NewestFirst().Select(place => place.Row).FirstOrDefault(job => (job.NameserverGroups ?? []).SelectMany(group => group.Domains)
                .Concat((job.Failed ?? []).Select(failure => failure.Domain)).Any(asked.Contains));
            return Envelope.Data(job ?? throw Fault.NotFound("import job"));
        }
    }

    private static string SetOf(IEnumerable<string> domains) =>
        string.Join(',', domains.Select(name => DomainText.Normalise(name) ?? name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private ImportJob Run(Call call, IReadOnlyList<string> domains)
    {
        var imported = new List<string>();
        var failed = new List<ImportFailure>();
        foreach (var text in domains.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (DomainText.Normalise(text) is not { } name || !DomainText.IsRoot(name)) failed.Add(new() { Domain = text, Reason = "invalid" });
            else if (MagicName.FailsImport(name)) failed.Add(new() { Domain = name, Reason = "errored" });
            else imported.Add(name);
        }

        foreach (var name in imported.Where(name => call.World.DomainNamed(name) is null))
            call.World.Domains.Put(new() { Id = ids.Next("dom_"), Name = name, UsableFor = MagicName.UsableFor(name), CreatedAt = call.Now, Imported = true });
        return call.World.Imports.Put(new()
        {
            Id = ids.Next("imp_"),
            Status = imported.Count > 0 ? ImportStatus.Completed : ImportStatus.Failed,
            NameserverGroups = imported.Count > 0 ? [new() { Nameservers = Nameservers, Domains = imported }] : [],
            Failed = failed,
            CreatedAt = call.Now,
            CompletedAt = call.Now,
        });
    }
}
