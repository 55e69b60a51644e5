using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum ForwardingStatus
{
    [EnumMember(Value = "in_progress")]
    InProgress,

    [EnumMember(Value = "completed")]
    Completed,

    [EnumMember(Value = "partial_success")]
    PartialSuccess,

    [EnumMember(Value = "failed")]
    Failed,
}
