using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum DomainStatus
{
    [EnumMember(Value = "active")]
    Active,

    [EnumMember(Value = "available")]
    Available,
}
