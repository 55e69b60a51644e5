namespace Peeker.Tests.Json;

/// <summary>The three ways JSON gets in and out of a model.</summary>
public enum JsonPath
{
    Wire,
    SystemTextJson,
    Newtonsoft,
}
