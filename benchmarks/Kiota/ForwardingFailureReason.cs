using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum ForwardingFailureReason
{
    [EnumMember(Value = "dns_lookup_failed")]
    DnsLookupFailed,

    [EnumMember(Value = "target_unreachable")]
    TargetUnreachable,

    [EnumMember(Value = "invalid_target")]
    InvalidTarget,
}
