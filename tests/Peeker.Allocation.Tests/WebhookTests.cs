namespace Peeker.Allocation.Tests;

public sealed class WebhookTests
{
    private const string Secret = "whsec_0123456789abcdef";

    private readonly WebhookVerifier _verifier = new([new("live", Secret), new("sandbox", "another")]);
    private readonly string _timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);

    [Fact]
    public void Verifying_allocates_nothing()
    {
        var signature = WebhookSignatureScheme.Sign(Secret, _timestamp, Samples.Event);
        Assert.Equal(0, Allocated.By(() => Assert.True(_verifier.TryVerify(Samples.Event, _timestamp, signature, out _))));
    }

    [Fact]
    public void Refusing_allocates_nothing()
    {
        var forged = WebhookSignatureScheme.Sign("a guess", _timestamp, Samples.Event);
        Assert.Equal(0, Allocated.By(() => Assert.False(_verifier.TryVerify(Samples.Event, _timestamp, forged, out _))));
    }
}
