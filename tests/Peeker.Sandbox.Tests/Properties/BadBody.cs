using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Peeker.Sandbox.Tests.Properties;

/// <summary>A body that was valid, and what is done to it. The numbers choose what and where.</summary>
internal readonly record struct BadBody(int Operation, int Kind, int Where, int What)
{
    private const string Mark = "\u0001";

    private static readonly string[] ContentTypes = ["", "text/plain", "application/xml", "application/json; charset=utf-16", "APPLICATION/JSON", "application/jsonp", ";;;", "application/json;;=", "application/x-www-form-urlencoded"];

    /// <summary>JSON that belongs nowhere.</summary>
    private static readonly string[] Odd =
    [
        "null", "true", "[]", "{}", "\"\"", "0", "-1", "1.5", "1e2", "-0", "1e400", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "99999999999999999999999999",
        new('9', 20_000), "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "{\"\\ud800\":1}", "\"\u202e\ufeffmoc.live\"", "\"\u0130stanbul.com\"", "\"xn--80ak6aa92e.com\"", "\"\ud83d\ude00.com\"",
        $"\"{new string('a', 70_000)}\"", $"\"{new string('a', 64)}.com\"", $"\"http://{new string('/', 30_000)}\"", $"\"{new string('.', 3_000)}\"", $"\"{new string('@', 3_000)}\"",
        Deep('[', ']', 31), Deep('[', ']', 33), Deep('[', ']', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40), new string('[', 10_000),
        "\"unknown\"", "\"usr_1\"", "\"dom_\"", "\"bun_\u0000\"", "\"a@b.co\"", "\"http://\"", "\"https://[::1\"", "\"javascript:x\"", "[null]", "[[[]]]", "[{}]", "{\"domain\":null}", "{\"domain\":[]}",
        "NaN", "'x'", "/**/1", "01", "1,", "\"\t\"", "\"\\x\"", "", "undefined",
    ];

    public static Gen<BadBody> Bodies { get; } =
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 13], Gen.Int[0, 99_999], Gen.Int[0, 99_999], (operation, kind, where, what) => new BadBody(operation, kind, where, what));

    public string? ContentType => Kind == 0 ? ContentTypes[What % ContentTypes.Length] : "application/json";

    public byte[] Of(string valid) => Kind switch
    {
        1 => Encoding.UTF8.GetBytes(valid)[..(Where % valid.Length)],
        2 => Flip(Encoding.UTF8.GetBytes(valid)),
        3 => Noise(Where % 300),
        4 => [.. "\ufeff"u8, .. Encoding.UTF8.GetBytes(valid)],
        5 => Encoding.Unicode.GetBytes(valid),
        6 => Encoding.UTF8.GetBytes(Odd[What % Odd.Length]),
        7 => Encoding.UTF8.GetBytes(valid + Odd[What % Odd.Length]),
        8 => Encoding.UTF8.GetBytes(Edit(valid, (parent, name) => parent.Remove(name))),
        9 => Encoding.UTF8.GetBytes(Twice(valid)),
        _ => Encoding.UTF8.GetBytes(Replace(valid, Odd[What % Odd.Length])),
    };

    // Any value of the tree, however deep.
    private string Replace(string valid, string odd)
    {
        var root = JsonNode.Parse(valid)!;
        var places = Places(root).ToList();
        var (parent, name, index) = places[Where % places.Count];
        if (name is not null) parent.AsObject()[name] = Mark;
        else parent.AsArray()[index] = Mark;
        return root.ToJsonString().Replace("\"\\u0001\"", odd, StringComparison.Ordinal);
    }

    // A member that stands twice, the odd one first or last.
    private string Twice(string valid)
    {
        var odd = Odd[What % Odd.Length];
        var first = Where % 2 == 0;
        var text = "";
        var edited = Edit(valid, (parent, name) =>
        {
            var original = parent[name]?.ToJsonString() ?? "null";
            text = first ? $"{odd},{JsonSerializer.Serialize(name)}:{original}" : $"{original},{JsonSerializer.Serialize(name)}:{odd}";
            parent[name] = Mark;
        });
        return edited.Replace("\"\\u0001\"", text, StringComparison.Ordinal);
    }

    private string Edit(string valid, Action<JsonObject, string> edit)
    {
        var root = JsonNode.Parse(valid)!;
        var members = Places(root).Where(place => place.Name is not null).ToList();
        var (parent, name, _) = members[Where % members.Count];
        edit(parent.AsObject(), name!);
        return root.ToJsonString();
    }

    private byte[] Flip(byte[] bytes)
    {
        for (var count = 0; count <= What % 3; count++) bytes[(Where + (count * 7919)) % bytes.Length] = (byte)(What >> count);
        return bytes;
    }

    private byte[] Noise(int length)
    {
        var (state, bytes) = ((uint)What + 1, new byte[length]);
        for (var index = 0; index < length; index++) bytes[index] = (byte)((state = (state * 1_664_525) + 1_013_904_223) >> 24);
        return bytes;
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Places(member.Value).Prepend((map, member.Key, 0))),
        JsonArray list => list.SelectMany((item, index) => Places(item).Prepend((list, null, index))),
        _ => [],
    };

    private static string Deep(char open, char close, int depth) => new string(open, depth) + new string(close, depth);
}
