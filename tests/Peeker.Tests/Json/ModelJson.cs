using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Peeker.Json;

namespace Peeker.Tests.Json;

/// <summary>Reads and writes a model along one of the three ways.</summary>
public static class ModelJson
{
    public static object Read(JsonPath path, Type model, string json) => path switch
    {
        JsonPath.Wire => Read(model, Encoding.UTF8.GetBytes(json)),
        JsonPath.SystemTextJson => System.Text.Json.JsonSerializer.Deserialize(json, model, Options(model))!,
        _ => JsonConvert.DeserializeObject(json, model, Settings(model))!,
    };

    public static string Write(JsonPath path, Type model, object value) => path switch
    {
        JsonPath.Wire => Encoding.UTF8.GetString((byte[])Call(nameof(WireJson.Write), model, value)),
        JsonPath.SystemTextJson => System.Text.Json.JsonSerializer.Serialize(value, model, Options(model)),
        _ => JsonConvert.SerializeObject(value, model, Settings(model)),
    };

    private delegate object Reader(byte[] json);

    private static object Read(Type model, byte[] json) =>
        typeof(ModelJson).GetMethod(nameof(ReadWire), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(model).CreateDelegate<Reader>()(json);

    private static object ReadWire<T>(byte[] json)
        where T : IWire<T> => WireJson.Read<T>(json);

    private static object Call(string method, Type model, object argument) =>
        typeof(WireJson).GetMethod(method)!.MakeGenericMethod(model).Invoke(null, [argument])!;

    // A page is generic and carries no converter attribute; hosts register it by hand.
    private static System.Text.Json.JsonSerializerOptions Options(Type model)
    {
        var options = new System.Text.Json.JsonSerializerOptions();
        if (model.IsGenericType)
            options.Converters.Add((System.Text.Json.Serialization.JsonConverter)Activator.CreateInstance(typeof(WireConverter<>).MakeGenericType(model))!);
        return options;
    }

    private static JsonSerializerSettings Settings(Type model) => model.IsGenericType
        ? new() { Converters = { (JsonConverter)Activator.CreateInstance(typeof(NewtonsoftWireConverter<>).MakeGenericType(model))! } }
        : new();
}
