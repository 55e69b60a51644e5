using System.Text.Json;
using Peeker.Json;

namespace Peeker.Http;

/// <summary>Reads one type from the top of a document.</summary>
internal delegate T WireReader<out T>(ref Utf8JsonReader reader);

/// <summary>The objects that the API wraps around a resource or an error.</summary>
internal static class Envelope
{
    public static T ReadData<T>(ref Utf8JsonReader reader)
        where T : IWire<T> => ReadMember<T>("data", ref reader);

    public static ApiError ReadError(ref Utf8JsonReader reader) => ReadMember<ApiError>("error", ref reader);

    private static T ReadMember<T>(string name, ref Utf8JsonReader reader)
        where T : IWire<T>
    {
        Wire.RequireObject(ref reader);
        T? value = default;
        var found = false;
        while (Wire.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(name))
            {
                reader.Read();
                value = T.Read(ref reader);
                found = true;
            }
            else
            {
                reader.Skip();
            }
        }

        return found ? value! : throw new WireException(name, "is required and missing");
    }
}
