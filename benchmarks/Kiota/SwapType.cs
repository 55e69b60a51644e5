using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum SwapType
{
    [EnumMember(Value = "standard")]
    Standard,

    [EnumMember(Value = "premium")]
    Premium,

    [EnumMember(Value = "user_names")]
    UserNames,
}
