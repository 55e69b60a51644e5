using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum SwapStatus
{
    [EnumMember(Value = "created")]
    Created,

    [EnumMember(Value = "in_progress")]
    InProgress,

    [EnumMember(Value = "completed")]
    Completed,

    [EnumMember(Value = "failed")]
    Failed,

    [EnumMember(Value = "action_required")]
    ActionRequired,
}
