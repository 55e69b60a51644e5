using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Webhooks;

/// <summary>The secrets of one environment, the newest first. During a rotation each of them signs.</summary>
internal sealed class WebhookSecrets(Ids ids, KeyEnvironment environment, string? first)
{
    private int _made = 1;
    private string[] _live = [first ?? ids.Of("whsec_", environment.Value)];

    public IReadOnlyList<string> Live => Volatile.Read(ref _live);

    public string Rotate()
    {
        var made = ids.Of("whsec_", environment.Value, number: Interlocked.Increment(ref _made));
        _live = [made, .. _live];
        return made;
    }

    public void RetireOld() => _live = [_live[0]];

    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        var live = Live;
        var signatures = new string[live.Count];
        for (var index = 0; index < signatures.Length; index++) signatures[index] = WebhookSignatureScheme.Sign(live[index], timestamp, body);
        return string.Join(',', signatures);
    }
}
