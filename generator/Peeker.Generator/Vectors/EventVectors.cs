using System.Text.Json.Nodes;

namespace Peeker.Generator.Vectors;

/// <summary>Bodies of deliveries and what an event is read from them. The example of each event is the specification's; what spoils it is written here, with what comes of it.</summary>
internal sealed class EventVectors
{
    private const int PositionsPerSecond = 32;
    private const string Known = "An event of a known type has an id, a type, a time and data that fits; its position is seconds * 32 + 2 * rank.";
    private const string Unfit = "Data of a known type that does not fit is no error: the event comes as it is, with the member at fault. Its rank is 0.";
    private const string New = "A type that is not known is no error: the event comes as it is. Its rank is 0, and its resource the id in data, if there is one.";
    private const string Refused = "What is no JSON, or has no id, type or time, is no event.";

    private readonly Specification _specification;
    private readonly JsonObject _events = [];
    private readonly VectorFile _file = new(
        "event-parsing",
        "What is read from the body of a delivery whose signature is right. input.text is the body; expect has the event (known, unknown, or unfit with the member at fault) and where it stands among those of its resource, or that it is refused. "
        + "The models are those of model-round-trip.json. Written from openapi/peeker.yaml by the generator; the file is ASCII.");

    private EventVectors(Specification specification) => _specification = specification;

    public static VectorFile Write(Specification specification) => new EventVectors(specification).Write();

    private VectorFile Write()
    {
        foreach (var (type, model) in _specification.Events)
            _events[type] = new JsonObject { ["model"] = model, ["rank"] = _specification.Members(model).Single(member => member.Name == "data").Schema["x-event-rank"]!.GetValue<int>() };
        _file.Table("events", _events);
        foreach (var (type, model) in _specification.Events) Add(type, Known, Example(model), "known");
        ThatFit();
        ThatDoNotFit();
        ThatAreNew();
        ThatAreNone();
        return _file;
    }

    private void ThatFit()
    {
        Add("members that are new", Known, Order(body => (body["x_new"], body["data"]!["x_new"]) = (true, new JsonArray(1, null))), "known");
        Add("a status that is new", Known, Order(body => body["data"]!["status"] = "brand_new"), "known");
        Add("data before type", Known, new JsonObject(Order().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))), "known");
        Add("a time with an offset", "A time may have any offset; positions count in UTC.", Order(body => body["created_at"] = "2026-05-08T14:00:00+02:00"), "known", "2026-05-08T12:00:00Z");
        Add("a time with a fraction", "Fractions of a second do not count in the position.", Order(body => body["created_at"] = "2026-05-08T12:00:00.75Z"), "known", "2026-05-08T12:00:00.75Z");
        Add("a null that may be", Known, Order(body => body["data"]!["bundle_id"] = null), "known");
        Add("a null that may not be, in an optional member", "A null in an optional member is kept as a member that is not known.", Order(body => body["data"]!["user_id"] = null), "known");
    }

    private void ThatDoNotFit()
    {
        Add("no data", Unfit, Order(body => body.Remove("data")), "unfit", at: "data");
        Add("data that is null", Unfit, Order(body => body["data"] = null), "unfit", at: "data");
        Add("data that is a text", Unfit, Order(body => body["data"] = "ord_1"), "unfit", at: "data");
        Add("data without its id", Unfit, Order(body => ((JsonObject)body["data"]!).Remove("id")), "unfit", at: "data.id");
        Add("data without its status", Unfit, Order(body => ((JsonObject)body["data"]!).Remove("status")), "unfit", at: "data.status");
        Add("an id in data that is a number", Unfit, Order(body => body["data"]!["id"] = 17), "unfit", at: "data.id");
        Add("a count that is a text", Unfit, Order(body => body["data"]!["domain_count"] = "2"), "unfit", at: "data.domain_count");
        Add("a count beyond 32 bits", Unfit, Order(body => body["data"]!["domain_count"] = 2147483648L), "unfit", at: "data.domain_count");
        Add("a count with a fraction", Unfit, Order(body => body["data"]!["domain_count"] = JsonNode.Parse("2.5")), "unfit", at: "data.domain_count");
        Add("a status that is a number", Unfit, Order(body => body["data"]!["status"] = 3), "unfit", at: "data.status");
        Add("an optional member of another type", Unfit, Order(body => body["data"]!["email"] = true), "unfit", at: "data.email");
        Add("data of a domain without its name", Unfit, Event("domain.connected", body => ((JsonObject)body["data"]!).Remove("domain")), "unfit", at: "data.domain");
        Add("data of a swap that is a list", Unfit, Event("swap.completed", body => body["data"] = new JsonArray()), "unfit", at: "data");
    }

    private void ThatAreNew()
    {
        Add("a type that is new", New, Order(body => body["type"] = "order.paused"), "unknown");
        Add("a type that is new, with other data", New, Order(body => (body["type"], body["data"]) = ("invoice.paid", new JsonObject { ["id"] = "inv_1", ["cents"] = 1300 })), "unknown");
        Add("a type that is new, without data", New, Order(body => (body["type"], _) = ("partner.updated", body.Remove("data"))), "unknown");
        Add("a type that is new, with data that is a list", New, Order(body => (body["type"], body["data"]) = ("domain.batch", new JsonArray("dom_1"))), "unknown");
        Add("a known type in capitals", New, Order(body => body["type"] = "Order.Completed"), "unknown");
    }

    private void ThatAreNone()
    {
        Refuse("no body", "");
        Refuse("no JSON", "order.completed");
        Refuse("cut short", VectorFile.Compact(Order())[..^1]);
        Refuse("something after the event", VectorFile.Compact(Order()) + "x");
        Refuse("a list", $"[{VectorFile.Compact(Order())}]");
        Refuse("null", "null");
        Refuse("no id", VectorFile.Compact(Order(body => body.Remove("id"))));
        Refuse("an id that is a number", VectorFile.Compact(Order(body => body["id"] = 1)));
        Refuse("no type", VectorFile.Compact(Order(body => body.Remove("type"))));
        Refuse("a type that is null", VectorFile.Compact(Order(body => body["type"] = null)));
        Refuse("no time", VectorFile.Compact(Order(body => body.Remove("created_at"))));
        Refuse("a time that is none", VectorFile.Compact(Order(body => body["created_at"] = "yesterday")));
        Refuse("a time in Unix seconds", VectorFile.Compact(Order(body => body["created_at"] = 1778241600)));
        Refuse("no id, of a type that is new", VectorFile.Compact(Order(body => (body["type"], _) = ("order.paused", body.Remove("id")))));
    }

    private void Refuse(string name, string text) => _file.Add(name, Refused, new() { ["text"] = text }, new() { ["refused"] = true });

    private void Add(string name, string rule, JsonObject body, string kind, string? createdAt = null, string? at = null)
    {
        var (type, instant) = (body["type"]!.GetValue<string>(), createdAt ?? body["created_at"]!.GetValue<string>());
        var rank = kind == "known" ? _events[type]!["rank"]!.GetValue<int>() : 0;
        _file.Add(name, rule, new() { ["text"] = VectorFile.Compact(body) }, new()
        {
            ["event"] = kind,
            ["id"] = body["id"]!.GetValue<string>(),
            ["type"] = type,
            ["created_at"] = instant,
            ["resource_id"] = body["data"] is JsonObject data && data["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : null,
            ["position"] = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() * PositionsPerSecond + 2 * rank,
            ["at_fault"] = at,
        });
    }

    private JsonObject Order(Action<JsonObject>? change = null) => Event("order.completed", change);

    private JsonObject Event(string type, Action<JsonObject>? change)
    {
        var body = Example(_events[type]!["model"]!.GetValue<string>());
        change?.Invoke(body);
        return body;
    }

    private JsonObject Example(string model) => (JsonObject)_specification.Schemas[model]!["example"]!.DeepClone();
}
