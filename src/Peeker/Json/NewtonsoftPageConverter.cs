using Newtonsoft.Json;

namespace Peeker.Json;

/// <summary>Newtonsoft.Json for <see cref="Page{T}"/>, which as a generic type cannot name its converter in an attribute.</summary>
public sealed class NewtonsoftPageConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType)
    {
        ArgumentNullException.ThrowIfNull(objectType);
        return objectType.IsGenericType && objectType.GetGenericTypeDefinition() == typeof(Page<>);
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        Of(objectType).ReadJson(reader, objectType, existingValue, serializer);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null) writer.WriteNull();
        else Of(value.GetType()).WriteJson(writer, value, serializer);
    }

    private static JsonConverter Of(Type page) => (JsonConverter)PageConverterFactory.ConverterOf(page, PageConverterFactory.Page.Newtonsoft);
}
