using System.Text;

namespace Peeker.Webhooks.Diagnosis;

/// <summary>What the body may have been before something on the way changed it.</summary>
internal static class BodyForm
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static IEnumerable<(byte[] Body, WebhookCause Cause, string Change)> Of(byte[] body)
    {
        // Latin-1 has a character for each byte, so that nothing else changes.
        var text = Encoding.Latin1.GetString(body);
        yield return (Bytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)), WebhookCause.LineEndings, "LF was made CRLF");
        yield return (Bytes(text.ReplaceLineEndings("\r\n")), WebhookCause.LineEndings, "CRLF was made LF");
        yield return (Bytes(text.TrimEnd(' ', '\t', '\r', '\n')), WebhookCause.FinalLineBreak, "a line break or spaces were added at the end");
        yield return (Bytes(text + "\n"), WebhookCause.FinalLineBreak, "a line break at the end was removed");
        yield return (Bytes(text + "\r\n"), WebhookCause.FinalLineBreak, "a line break at the end was removed");
        if (body.AsSpan().StartsWith(Mark)) body = body[Mark.Length..];
        yield return (body, WebhookCause.ByteOrderMark, "a byte order mark was added");
        yield return ([.. Mark, .. body], WebhookCause.ByteOrderMark, "a byte order mark was removed");
        foreach (var (form, name) in JsonForm.Of(body))
        {
            yield return (Encoding.UTF8.GetBytes(form), WebhookCause.ReserialisedBody, $"what was signed is {name}");
            yield return (Encoding.UTF8.GetBytes(form + "\n"), WebhookCause.ReserialisedBody, $"what was signed is {name} with a line break at the end");
        }
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
