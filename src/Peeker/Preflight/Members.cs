using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>The members of an order one by one, in the order of the specification.</summary>
internal sealed class Members(JsonElement order, Findings findings)
{
    /// <summary>Checks every member of either kind of order.</summary>
    public void Check(bool isBundle)
    {
        Text(order, "user", "", PreflightRule.User, Any, "Name the customer by usr_ id or e-mail address.");
        if (isBundle)
        {
            Text(order, "bundle_id", "", PreflightRule.BundleId, static id => id.StartsWith("bun_", StringComparison.Ordinal) && id.Length > 4 ? null : "is no id of a bundle", "Pass the id that the bundle has, bun_ and more.");
        }
        else
        {
            Count("google_licenses", PreflightRule.Licenses, 0, int.MaxValue);
            Count("microsoft_licenses", PreflightRule.Licenses, 0, int.MaxValue);
            Count("google_inboxes_per_domain", PreflightRule.InboxesPerDomain, CustomOrder.MinGoogleInboxesPerDomain, CustomOrder.MaxGoogleInboxesPerDomain);
        }

        Sequencer();
        Address(order, "");
        Domains();
        Personas();
    }

    private static string? Any(string text) => null;

    private static string? WebAddress(string text) => Texts.IsWebAddress(text) ? null : "is no http or https address";

    private void Sequencer()
    {
        if (!Required(order, "sequencer", "sequencer", PreflightRule.Sequencer, JsonValueKind.Object, "an object", "Set the sequencer with its login.", out var sequencer)) return;
        Text(sequencer, "provider", "sequencer.", PreflightRule.Sequencer, static text => new SequencerProvider(text).IsKnown ? null : "is no known sequencer", "smartlead is the only one.");
        if (sequencer.TryGetProperty("client_id", out var client) && !IsClientId(client))
            findings.Invalid(PreflightRule.Sequencer, "sequencer.client_id", "is no id of a client", "Pass a whole number, or null or an empty text for your default route.");
        Text(sequencer, "login_email", "sequencer.", PreflightRule.SequencerLogin, static text => Texts.IsEmail(text) ? null : "is no e-mail address", "Pass the address of the Smartlead login.");
        Text(sequencer, "login_password", "sequencer.", PreflightRule.SequencerLogin, static text => text.Length > 0 ? null : "is empty", "Pass the password of the Smartlead login.");
    }

    private static bool IsClientId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Number => value.TryGetInt64(out _),
        JsonValueKind.String => value.ValueEquals(""u8),
        _ => false,
    };

    private void Domains()
    {
        if (!Required(order, "domains", "domains", PreflightRule.Domains, JsonValueKind.Array, "an array", "List the domains of the order.", out var domains)) return;
        if (domains.GetArrayLength() == 0) findings.Invalid(PreflightRule.Domains, "domains", "is empty", "List the domains of the order.");
        var index = 0;
        foreach (var domain in domains.EnumerateArray())
        {
            var path = $"domains[{index++}]";
            if (domain.ValueKind == JsonValueKind.String)
            {
                if (Texts.Of(domain) is null) findings.Invalid(PreflightRule.Domains, path, "holds half of a surrogate pair, which is no text", "Name the domain.");
                continue;
            }

            if (domain.ValueKind != JsonValueKind.Object)
            {
                findings.Invalid(PreflightRule.Domains, path, "must be a name, or an object with a name", "Write it as \"acme-mail.com\".");
                continue;
            }

            Text(domain, "domain", $"{path}.", PreflightRule.Domains, Any, "Name the domain.");
            Address(domain, $"{path}.");
        }
    }

    private void Personas()
    {
        if (!Required(order, "personas", "personas", PreflightRule.Personas, JsonValueKind.Array, "an array", "List 1 to 10 personas.", out var personas)) return;
        var count = personas.GetArrayLength();
        if (count is 0 or > BundleOrder.MaxPersonas)
            findings.Invalid(PreflightRule.Personas, "personas", count == 0 ? "is empty" : $"has more than {BundleOrder.MaxPersonas} entries", $"List 1 to {BundleOrder.MaxPersonas} personas.");
        var index = 0;
        foreach (var persona in personas.EnumerateArray())
        {
            var path = $"personas[{index++}]";
            if (persona.ValueKind != JsonValueKind.Object)
            {
                findings.Invalid(PreflightRule.Personas, path, "must be an object", "Give the persona both names and the key of a picture.");
                continue;
            }

            Text(persona, "first_name", $"{path}.", PreflightRule.Personas, Any, "Give the persona a first name.");
            Text(persona, "last_name", $"{path}.", PreflightRule.Personas, Any, "Give the persona a last name.");
            if (!persona.TryGetProperty("profile_picture_url", out var picture))
                findings.Invalid(PreflightRule.PersonaPicture, $"{path}.profile_picture_url", "is missing", "Send the key; its value may be null.");
            else if (picture.ValueKind != JsonValueKind.Null && !(Texts.Of(picture) is { } address && (address.Length == 0 || Texts.IsWebAddress(address))))
                findings.Invalid(PreflightRule.PersonaPicture, $"{path}.profile_picture_url", "is no http or https address", "Pass a public address of the picture, or null.");
        }
    }

    private void Address(JsonElement parent, string path)
    {
        if (!parent.TryGetProperty("forwarding_url", out _)) return;
        Text(parent, "forwarding_url", path, PreflightRule.ForwardingUrl, WebAddress, "Pass an address that begins with http:// or https://, or leave it out.");
    }

    private void Count(string member, PreflightRule rule, int least, int most)
    {
        if (!order.TryGetProperty(member, out var value)) return;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number) || number < least || number > most)
            findings.Invalid(rule, member, $"must be a whole number from {least} to {most}", "Correct the number, or leave it out.");
    }

    private void Text(JsonElement parent, string member, string path, PreflightRule rule, Func<string, string?> problem, string remedy)
    {
        if (!Required(parent, member, path + member, rule, JsonValueKind.String, "a text", remedy, out var value)) return;
        if (Texts.Of(value) is not { } text) findings.Invalid(rule, path + member, "holds half of a surrogate pair, which is no text", "Write the character whole, or leave it out.");
        else if (problem(text) is { } wrong) findings.Invalid(rule, path + member, wrong, remedy);
    }

    private bool Required(JsonElement parent, string member, string field, PreflightRule rule, JsonValueKind kind, string what, string remedy, out JsonElement value)
    {
        var problem = !parent.TryGetProperty(member, out value) ? "is missing" : value.ValueKind == JsonValueKind.Null ? "is null" : value.ValueKind != kind ? $"must be {what}" : null;
        if (problem is not null) findings.Invalid(rule, field, problem, remedy);
        return problem is null;
    }
}
