using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Peeker.Json;

namespace Peeker;

/// <summary>A place in a stored body where a secret is missing.</summary>
/// <param name="Position">Where the JSON string belongs, counted in the body without secrets.</param>
/// <param name="Path">The member, for example <c>sequencer.login_password</c>.</param>
internal readonly record struct SecretHole(int Position, string Path)
{
    /// <summary>Takes the secrets out.</summary>
    /// <exception cref="InvalidOperationException">A secret is written in a way that <see cref="Fill"/> would not write it again.</exception>
    public static (byte[] Kept, IReadOnlyList<SecretHole> Holes) Cut(ReadOnlySpan<byte> body, IReadOnlyList<SecretPlace> secrets)
    {
        var rest = new ArrayBufferWriter<byte>(body.Length);
        var holes = new List<SecretHole>();
        var copied = 0;
        foreach (var secret in secrets)
        {
            var token = body.Slice(secret.Start, secret.Length);
            if (!Written(ReadText(token)).AsSpan().SequenceEqual(token))
                throw new InvalidOperationException($"The secret '{secret.Path}' is escaped in a way that this version does not write; store the order with ToBytes(protect).");
            rest.Write(body[copied..secret.Start]);
            holes.Add(new(rest.WrittenCount, secret.Path));
            copied = secret.Start + secret.Length;
        }

        rest.Write(body[copied..]);
        return (rest.WrittenSpan.ToArray(), holes);
    }

    /// <summary>Puts secrets back.</summary>
    public static byte[] Fill(ReadOnlySpan<byte> rest, IReadOnlyList<SecretHole> holes, Func<SecretHole, string> secret)
    {
        var body = new ArrayBufferWriter<byte>(rest.Length + 64);
        var copied = 0;
        foreach (var hole in holes)
        {
            body.Write(rest[copied..hole.Position]);
            body.Write(Written(secret(hole)));
            copied = hole.Position;
        }

        body.Write(rest[copied..]);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Whether the holes lie inside the body, one after the other.</summary>
    public static bool Fit(IReadOnlyList<SecretHole> holes, ReadOnlySpan<byte> rest)
    {
        var last = 0;
        foreach (var hole in holes)
        {
            if (hole.Position < last || hole.Position > rest.Length) return false;
            last = hole.Position;
        }

        return true;
    }

    private static string ReadText(ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        reader.Read();
        return reader.GetString()!;
    }

    // Part of version 1 of the stored form, whatever the writer of models does one day.
    private static byte[] Written(string text) =>
        [(byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
}
