using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum ImportStatus
{
    [EnumMember(Value = "in_progress")]
    InProgress,

    [EnumMember(Value = "completed")]
    Completed,

    [EnumMember(Value = "failed")]
    Failed,

    [EnumMember(Value = "action_required")]
    ActionRequired,
}
