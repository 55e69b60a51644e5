using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Domains;

/// <summary>Whether names can be bought, one row for each name asked.</summary>
internal static class AvailabilityOperations
{
    public const long PriceCents = 1300;
    private const long RenewalPriceCents = 1500;

    public static byte[] Check(Call call)
    {
        var body = call.Read<AvailabilityRequest>();
        lock (call.World.Gate) return Envelope.Data(new Availability { Domains = [.. body.Domains.Select(name => Row(call.World, name))] });
    }

    private static AvailabilityRow Row(World world, string text)
    {
        var name = DomainText.Normalise(text);
        if (name is null || !DomainText.IsRoot(name)) return new() { Domain = text, Available = false, Reason = UnavailableReason.Invalid };
        if (MagicName.Unavailable(name) is { } reason) return new() { Domain = text, Available = false, Reason = reason };
        if (world.DomainNamed(name) is not null || world.Importing.ContainsKey(name)) return new() { Domain = text, Available = false, Reason = UnavailableReason.Taken };
        return new()
        {
            Domain = text,
            Available = true,
            PriceCents = PriceCents,
            RenewalPriceCents = RenewalPriceCents,
            Currency = "usd",
            UsableFor = MagicName.UsableFor(name),
        };
    }
}
