using System.Text.Json.Nodes;

namespace Peeker.Sandbox.Tests.Preflight;

/// <summary>Draws orders: a good one first, then up to three faults put into it. No two have a domain in common.</summary>
internal sealed class DrawnOrder
{
    private static readonly string[] Spoilt = ["", "user", "sequencer", "domains", "personas"];
    private static readonly string[] NoAddresses = ["ftp://acme.com", "acme.com", "http://", "https:///x", "http://acme.com/a b", "HTTPS://?x"];
    private static readonly string[] NoEmails = ["alex", "alex@", "@acme.com", "alex@acme", "al ex@acme.com", "a..b@acme.com", ".a@acme.com", "a@b@acme.com", "a@acme.c0", "a@-acme.com", "a@acme..com", ""];
    private readonly Random _random;
    private readonly int _number;

    private DrawnOrder(int seed, int number, IReadOnlyList<Bundle> bundles, string userId)
    {
        (_random, _number) = (new(HashCode.Combine(seed, number)), number);
        Bundle = _random.Next(2) == 0 ? bundles[_random.Next(bundles.Count)] : null;
        var (google, microsoft) = Bundle is null ? (_random.Next(1, 3), _random.Next(0, 3)) : (Bundle.RequiredDomains.Google, Bundle.RequiredDomains.Microsoft);
        Body = new()
        {
            ["user"] = _random.Next(3) == 0 ? userId : $"customer-{number}@shop.example",
            ["sequencer"] = new JsonObject { ["provider"] = "smartlead", ["login_email"] = "peeker@shop.example", ["login_password"] = "a-dedicated-login" },
            ["domains"] = new JsonArray([.. Enumerable.Range(0, google + microsoft).Select(index => Domain(Name(index, index >= microsoft && _random.Next(3) == 0 ? "google-only" : "mail")))]),
            ["personas"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Persona())]),
        };
        if (Bundle is not null)
        {
            Body["bundle_id"] = Bundle.Id;
        }
        else
        {
            var density = _random.Next(2, 4);
            if (density == 3 || _random.Next(2) == 0) Body["google_inboxes_per_domain"] = density;
            else density = 2;
            Body["google_licenses"] = (google * density) - _random.Next(density);
            if (microsoft > 0 || _random.Next(2) == 0) Body["microsoft_licenses"] = microsoft;
        }

        if (_random.Next(3) == 0) Body["forwarding_url"] = "https://acme.com/welcome?a=1";
        for (var faults = _random.Next(4); faults > 0; faults--) Spoil();
    }

    public Bundle? Bundle { get; }

    public JsonObject Body { get; }

    public static DrawnOrder Of(int seed, int number, IReadOnlyList<Bundle> bundles, string userId) => new(seed, number, bundles, userId);

    /// <summary>Every name in it that availability can be asked for.</summary>
    public IEnumerable<string> Names() => Body["domains"] is JsonArray domains
        ? domains.Select(domain => domain is JsonObject named ? named["domain"] : domain).OfType<JsonValue>().Where(name => name.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(name => name.GetValue<string>())
        : [];

    private string Name(int index, string kind) => $"{kind}-{_number}-{index}.com";

    private JsonNode Domain(string name) => _random.Next(3) switch
    {
        0 => new JsonObject { ["domain"] = name },
        1 => new JsonObject { ["domain"] = name, ["forwarding_url"] = "http://acme.com" },
        _ => JsonValue.Create(name),
    };

    private JsonObject Persona() => new() { ["first_name"] = "Alex", ["last_name"] = "Rivera", ["profile_picture_url"] = _random.Next(3) switch { 0 => null, 1 => "", _ => "https://acme.com/a.png" } };

    private void Spoil()
    {
        var (domains, personas, sequencer) = (Body["domains"] as JsonArray, Body["personas"] as JsonArray, Body["sequencer"] as JsonObject);
        switch (_random.Next(22))
        {
            case 0: Body["google_licenses"] = 2; Body["bundle_id"] = Bundle?.Id ?? "bun_1"; break;
            case 1: Body.Remove("bundle_id"); Body.Remove("google_licenses"); Body.Remove("microsoft_licenses"); break;
            case 2: Body["user"] = NoEmails[_random.Next(NoEmails.Length)]; break;
            case 3: if (Bundle is null) Body[_random.Next(2) == 0 ? "google_licenses" : "microsoft_licenses"] = _random.Next(3) switch { 0 => -1, 1 => 3_000_000_000, _ => "2" }; break;
            case 4: if (Bundle is null) (Body["google_licenses"], Body["microsoft_licenses"]) = (0, 0); break;
            case 5: if (Bundle is null) Body["google_inboxes_per_domain"] = _random.Next(2) == 0 ? 1 : 4; break;
            case 6: if (sequencer is not null) sequencer["provider"] = "instantly"; break;
            case 7: if (sequencer is not null) sequencer["client_id"] = _random.Next(5) switch { 0 => 7, 1 => "", 2 => null, 3 => "seven", _ => true }; break;
            case 8: sequencer?.Remove("login_email"); break;
            case 9: if (sequencer is not null) sequencer["login_email"] = NoEmails[_random.Next(NoEmails.Length)]; break;
            case 10: if (sequencer is not null) sequencer["login_password"] = _random.Next(2) == 0 ? "" : null; break;
            case 11: Body["forwarding_url"] = NoAddresses[_random.Next(NoAddresses.Length)]; break;
            case 12: if (domains is { Count: > 0 }) domains[_random.Next(domains.Count)] = new JsonObject { ["domain"] = Name(90, "mail"), ["forwarding_url"] = NoAddresses[_random.Next(NoAddresses.Length)] }; break;
            case 13: domains?.Add(Domain(Name(91, "mail"))); break;
            case 14: if (domains is { Count: > 0 }) domains.RemoveAt(0); break;
            case 15: if (domains is { Count: > 0 }) domains[_random.Next(domains.Count)] = Domain(NoRoot()); break;
            case 16: if (domains is { Count: > 1 }) domains[^1] = Domain(Spelled(domains[0]!)); break;
            // Not errored: of such a row nothing is known, and the preflight says so.
            case 17: if (domains is { Count: > 0 }) domains[_random.Next(domains.Count)] = Domain(Name(92, new[] { "taken", "premium", "invalid" }[_random.Next(3)])); break;
            case 18: if (domains is { Count: > 0 }) for (var index = 0; index < domains.Count; index++) domains[index] = Domain(Name(index, "google-only")); break;
            case 19: if (personas is not null) while (personas.Count < 11) personas.Add(Persona()); break;
            case 20: if (personas is { Count: > 0 } && personas[_random.Next(personas.Count)] is JsonObject person) person.Remove(new[] { "profile_picture_url", "first_name", "last_name" }[_random.Next(3)]); break;
            default:
                var member = Spoilt[_random.Next(Spoilt.Length)];
                if (member.Length == 0) break;
                Body[member] = _random.Next(4) switch { 0 => null, 1 => 5, 2 => new JsonArray(), _ => "text" };
                break;
        }
    }

    private string NoRoot() => _random.Next(7) switch
    {
        0 => $"mail.acme-{_number}.com",
        1 => "com",
        2 => $"-acme-{_number}.com",
        3 => $"acme_{_number}.com",
        4 => "10.0.0.1",
        5 => $"acme-{_number}..com",
        _ => $"mail.acme-{_number}.co.uk",
    };

    private string Spelled(JsonNode domain)
    {
        var name = domain is JsonObject named ? named["domain"]?.ToString() ?? "" : domain.ToString();
        return _random.Next(3) switch { 0 => name, 1 => name.ToUpperInvariant(), _ => name + "." };
    }
}
