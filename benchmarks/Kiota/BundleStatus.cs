using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum BundleStatus
{
    [EnumMember(Value = "active")]
    Active,

    [EnumMember(Value = "archived")]
    Archived,

    [EnumMember(Value = "deleted")]
    Deleted,
}
