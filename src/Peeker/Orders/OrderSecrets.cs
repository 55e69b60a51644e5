namespace Peeker;

/// <summary>What a stored order leaves out, and needs back before it can be sent.</summary>
/// <remarks>Which members are secret is said by the specification. Values can be set and not read, so that no log takes them along.</remarks>
public sealed class OrderSecrets
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    // CA1044: a getter would hand the password to whatever prints or serialises this object.
#pragma warning disable CA1044
    /// <summary>The password of the sequencer login, <c>sequencer.login_password</c>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string LoginPassword { init => this["sequencer.login_password"] = value; }

    /// <summary>Any secret by the path of its member, for example <c>sequencer.login_password</c>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string this[string path] { init => _values[path] = value ?? throw new ArgumentNullException(path); }
#pragma warning restore CA1044

    internal string? Of(string path) => _values.GetValueOrDefault(path);
}
