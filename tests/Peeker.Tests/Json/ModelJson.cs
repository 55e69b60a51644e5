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
        JsonPath.SystemTextJson => System.Text.Json.JsonSerializer.Deserialize(json, model)!,
        _ => JsonConvert.DeserializeObject(json, model)!,
    };

    public static string Write(JsonPath path, Type model, object value) => path switch
    {
        JsonPath.Wire => Encoding.UTF8.GetString((byte[])Call(nameof(WireJson.Write), model, value)),
        JsonPath.SystemTextJson => System.Text.Json.JsonSerializer.Serialize(value, model),
        _ => JsonConvert.SerializeObject(value),
    };

    private delegate object Reader(byte[] json);

    private static object Read(Type model, byte[] json) =>
        typeof(ModelJson).GetMethod(nameof(ReadWire), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(model).CreateDelegate<Reader>()(json);

    private static object ReadWire<T>(byte[] json)
        where T : IWire<T> => WireJson.Read<T>(json);

    private static object Call(string method, Type model, object argument) =>
        typeof(WireJson).GetMethod(method)!.MakeGenericMethod(model).Invoke(null, [argument])!;
}
