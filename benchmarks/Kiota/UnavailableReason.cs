using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum UnavailableReason
{
    [EnumMember(Value = "taken")]
    Taken,

    [EnumMember(Value = "premium")]
    Premium,

    [EnumMember(Value = "invalid")]
    Invalid,

    [EnumMember(Value = "errored")]
    Errored,

    [EnumMember(Value = "stale")]
    Stale,
}
