using System.Text.Json;
using Peeker.Json;

namespace Peeker;

/// <summary>
/// What a body asks for, in one text for all ways to write it. A member that says what holds without it is left out; the
/// order's redirect is written with each domain that takes it.
/// </summary>
internal static class OrderMeaning
{
    /// <summary>The default of the specification, which a test compares with it.</summary>
    internal const string DefaultInboxesPerDomain = "2";

    public static OrderComparison Compare(byte[] left, byte[] right)
    {
        if (left.AsSpan().SequenceEqual(right)) return OrderComparison.SameBytes;
        return Of(left) == Of(right) ? OrderComparison.SameOrderWrittenDifferently : OrderComparison.Different;
    }

    private static string Of(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var order = document.RootElement;
        var redirect = Redirect(order);
        return CanonicalJson.Object(order.EnumerateObject()
            .Where(member => !SaysNothing(member))
            .Select(member => (member.Name, Member(member, redirect))));
    }

    private static bool SaysNothing(JsonProperty member) => member.Name switch
    {
        "forwarding_url" => true,
        "google_licenses" or "microsoft_licenses" => IsNull(member.Value) || IsNumber(member.Value, "0"),
        "google_inboxes_per_domain" => IsNull(member.Value) || IsNumber(member.Value, DefaultInboxesPerDomain),
        _ => false,
    };

    private static string Member(JsonProperty member, string? redirect) => (member.Name, member.Value.ValueKind) switch
    {
        ("user", JsonValueKind.String) => CanonicalJson.Text(Customer(member.Value.GetString()!)),
        ("sequencer", JsonValueKind.Object) => Without(member.Value, "client_id"),
        ("domains", JsonValueKind.Array) => CanonicalJson.Bag(member.Value.EnumerateArray().Select(domain => Domain(domain, redirect))),
        ("personas", JsonValueKind.Array) => CanonicalJson.Bag(member.Value.EnumerateArray().Select(persona => Without(persona, "profile_picture_url"))),
        _ => CanonicalJson.Of(member.Value),
    };

    /// <summary>Whether the customer of an order is named by id. An e-mail may begin with the prefix of one.</summary>
    public static bool IsUserId(string user) => user.StartsWith("usr_", StringComparison.Ordinal) && !user.Contains('@', StringComparison.Ordinal);

    // An e-mail in capitals is the same customer; an id is an id.
    private static string Customer(string user) => user.Contains('@', StringComparison.Ordinal) ? user.Trim().ToLowerInvariant() : user;

    private static string Domain(JsonElement domain, string? redirect)
    {
        if (domain.ValueKind == JsonValueKind.String) return Domain([("domain", CanonicalJson.Text(DomainSpelling.Of(domain.GetString()!)))], redirect);
        if (domain.ValueKind != JsonValueKind.Object) return CanonicalJson.Of(domain);
        var members = domain.EnumerateObject().Where(member => member.Name != "forwarding_url").Select(member =>
            (member.Name, member is { Name: "domain", Value.ValueKind: JsonValueKind.String } ? CanonicalJson.Text(DomainSpelling.Of(member.Value.GetString()!)) : CanonicalJson.Of(member.Value)));
        return Domain(members, Redirect(domain) ?? redirect);
    }

    private static string Domain(IEnumerable<(string Name, string Value)> members, string? redirect) =>
        CanonicalJson.Object(redirect is null ? members : members.Append(("forwarding_url", redirect)));

    private static string? Redirect(JsonElement owner) =>
        owner.TryGetProperty("forwarding_url", out var url) && !IsNull(url) ? CanonicalJson.Of(url) : null;

    /// <summary>An object whose member means the same when it is null, empty or absent.</summary>
    private static string Without(JsonElement value, string optional) => value.ValueKind == JsonValueKind.Object
        ? CanonicalJson.Object(value.EnumerateObject()
            .Where(member => member.Name != optional || !IsNullOrEmpty(member.Value))
            .Select(member => (member.Name, CanonicalJson.Of(member.Value))))
        : CanonicalJson.Of(value);

    private static bool IsNullOrEmpty(JsonElement value) => IsNull(value) || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;

    private static bool IsNumber(JsonElement value, string number) =>
        value.ValueKind == JsonValueKind.Number && CanonicalNumber.Of(value.GetRawText()) == CanonicalNumber.Of(number);
}
