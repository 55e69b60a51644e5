using System.Text.Json;

namespace Peeker.Json;

/// <summary>A type of the specification, which reads and writes its own JSON. Implemented by the types of this library only.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IWire<TSelf>
    where TSelf : IWire<TSelf>
{
    /// <summary>Reads from the first token of a value, and leaves the reader on its last.</summary>
    internal static abstract TSelf Read(ref Utf8JsonReader reader);

    internal void Write(Utf8JsonWriter writer);

    /// <summary>Writes items of an array. Classes do it for themselves: code for any type looks up the method of each item, which took a twentieth of the time of an order.</summary>
    internal static virtual void WriteItems(Utf8JsonWriter writer, ReadOnlySpan<TSelf> values)
    {
        foreach (var value in values)
        {
            if (value is null) writer.WriteNullValue();
            else value.Write(writer);
        }
    }

    /// <summary>Names the members that are secret, and those that have secrets inside.</summary>
    internal static virtual void MarkSecrets(SecretMembers members)
    {
    }
}
