using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Preflight;

/// <summary>
/// Every sentence that the vectors' orders are told, as it was approved, and each order of a few more with its own: a word that changes shows up in review. After a change: PEEKER_APPROVE_MESSAGES=(path of messages.txt)
/// writes it anew.
/// </summary>
public class MessageTests
{
    private const string Approve = "PEEKER_APPROVE_MESSAGES";

    [Fact]
    public void The_sentences_are_those_that_were_approved()
    {
        var told = Vectors.Of("preflight.json")
            .SelectMany(vector => OrderPreflight.Check(vector.GetProperty("input").GetProperty("order"), PreflightVectorTests.ContextOf(vector)).Violations)
            .Select(violation => $"{violation.Rule}: {violation}").Distinct().Order(StringComparer.Ordinal)
            .Concat(More.SelectMany((body, place) => OrderPreflight.Check(JsonDocument.Parse(body).RootElement).Violations.Select(violation => $"{place + 1}. {violation.Rule}: {violation}"))).ToList();
        var file = Path.Combine(Path.GetDirectoryName(typeof(MessageTests).Assembly.Location)!, "Preflight", "messages.txt");
        if (Environment.GetEnvironmentVariable(Approve) is { } source) File.WriteAllLines(source, told);
        Assert.Equal(File.ReadAllLines(file), told);
    }

    // What no vector has: other kinds of values at every place.
    private static readonly string[] More =
    [
        """{"user":1,"bundle_id":null,"sequencer":[],"forwarding_url":2,"domains":{},"personas":"x"}""",
        """{"user":null,"bundle_id":"bun_","sequencer":{"provider":null,"client_id":{},"login_email":3,"login_password":null},"domains":[1,{"domain":null},{}],"personas":[1,{"first_name":1,"last_name":null,"profile_picture_url":5}]}""",
        """{"user":"x","google_licenses":"2","microsoft_licenses":-1,"google_inboxes_per_domain":4,"sequencer":null,"domains":[],"personas":[]}""",
        """{"google_licenses":2,"sequencer":{"provider":"smartlead"},"forwarding_url":"\ud83d","domains":["\ud83d",{"domain":"\ud83d"}],"personas":[{"first_name":"\ud83d","profile_picture_url":"\ud83d"}]}""",
        "[]",
    ];
}
