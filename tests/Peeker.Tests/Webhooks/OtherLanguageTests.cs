using System.Globalization;
using System.Text.Json;

namespace Peeker.Tests.Webhooks;

public sealed class OtherLanguageTests
{
    private const int Count = 500;

    [OtherLanguageFact("python3")]
    public Task Deliveries_signed_in_Python_are_accepted() => AcceptAsync("python3", "signature.py");

    [OtherLanguageFact("node")]
    public Task Deliveries_signed_in_Node_are_accepted() => AcceptAsync("node", "signature.mjs");

    [OtherLanguageFact("python3")]
    public Task Python_judges_as_the_vectors_say() => OtherLanguage.RunAsync("python3", "signature.py", "check", VectorFile);

    [OtherLanguageFact("node")]
    public Task Node_judges_as_the_vectors_say() => OtherLanguage.RunAsync("node", "signature.mjs", "check", VectorFile);

    private static string VectorFile => Path.Combine(RepositoryFolder.Path, "openapi", "vectors", "signature.json");

    private static async Task AcceptAsync(string command, string script)
    {
        var seed = Random.Shared.Next();
        var lines = await OtherLanguage.RunAsync(command, script, "sign", Count.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Count, lines.Count);
        foreach (var line in lines)
        {
            var delivery = JsonDocument.Parse(line).RootElement;
            var (secret, timestamp, signature) = (Text("secret"), Text("timestamp"), Text("signature"));
            var verifier = new WebhookVerifier(secret, time: new StandingClock(DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture))));
            var body = delivery.GetProperty("body").GetBytesFromBase64();
            Assert.True(verifier.TryVerify(body, timestamp, signature, out var result), $"seed {seed}: {result.Failure} for {line}");
            Assert.Equal(signature, WebhookSignatureScheme.Sign(secret, timestamp, body));

            string Text(string member) => delivery.GetProperty(member).GetString()!;
        }
    }
}
