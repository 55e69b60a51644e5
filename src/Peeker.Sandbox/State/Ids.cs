namespace Peeker.Sandbox.State;

/// <summary>Ids like the documented ones: a prefix and 24 characters of Crockford's base 32. The same seed gives the same ids.</summary>
internal sealed class Ids(int seed)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Not a source of secrets: the sandbox's keys open nothing but the sandbox.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);
    private readonly object _lock = new();

    public string Next(string prefix)
    {
        Span<char> text = stackalloc char[24];
        lock (_lock)
        {
            for (var index = 0; index < text.Length; index++) text[index] = Alphabet[_random.Next(Alphabet.Length)];
        }

        return string.Concat(prefix, text);
    }
#pragma warning restore CA5394
}
