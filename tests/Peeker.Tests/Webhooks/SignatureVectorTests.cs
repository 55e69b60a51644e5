using System.Text;
using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Webhooks;

/// <summary>openapi/vectors/signature.json: whether a delivery is accepted, in every language.</summary>
public sealed class SignatureVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("signature.json");

    public static TheoryData<string> Names => [.. All.Select(Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_delivery_is_judged_as_the_vector_says(string name)
    {
        var vector = All.Single(vector => Name(vector) == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        var secrets = input.GetProperty("secrets").EnumerateArray().Select(secret => new WebhookSecret(secret.GetProperty("label").GetString()!, secret.GetProperty("value").GetString()!));
        var now = DateTimeOffset.FromUnixTimeSeconds(input.GetProperty("now").GetInt64());
        var verifier = new WebhookVerifier(secrets, TimeSpan.FromSeconds(input.GetProperty("tolerance_seconds").GetInt32()), new StandingClock(now));
        var body = input.TryGetProperty("body", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : input.GetProperty("body_base64").GetBytesFromBase64();

        var accepted = verifier.TryVerify(body, input.GetProperty("timestamp").GetString(), input.GetProperty("signature").GetString(), out var result);

        Assert.Equal((expected.GetProperty("failure").GetString(), expected.GetProperty("secret_label").GetString()), (SnakeCase(result.Failure), result.SecretLabel));
        Assert.Equal(result.Failure == WebhookFailure.None, accepted);
    }

    [Fact]
    public void Each_reason_has_a_vector() =>
        Assert.Equal(
            Enum.GetValues<WebhookFailure>().Where(reason => reason != WebhookFailure.CheckFailed).Select(SnakeCase).Order(),
            All.Select(vector => vector.GetProperty("expect").GetProperty("failure").GetString()!).Distinct().Order());

    [Fact]
    public void A_vector_has_a_name_of_its_own_and_a_rule()
    {
        Assert.Equal(All.Count, All.Select(Name).Distinct().Count());
        Assert.All(All, vector => Assert.False(string.IsNullOrWhiteSpace(vector.GetProperty("rule").GetString())));
    }

    private static string Name(JsonElement vector) => vector.GetProperty("name").GetString()!;

    private static string SnakeCase(WebhookFailure failure) => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString());
}
