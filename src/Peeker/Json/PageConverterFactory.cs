using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Peeker.Json;

/// <summary>System.Text.Json for <see cref="Page{T}"/>, which as a generic type cannot name its converter in an attribute.</summary>
public sealed class PageConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Page<>);
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)ConverterOf(typeToConvert, Page.SystemTextJson);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Page<T> keeps both of its converter fields by a dynamic dependency.")]
    internal static object ConverterOf(Type page, string field) => page.GetField(field, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>The names of the fields that hold the converters of a page.</summary>
    internal static class Page
    {
        public const string SystemTextJson = "SystemTextJsonConverter";
        public const string Newtonsoft = "NewtonsoftConverter";
    }
}
