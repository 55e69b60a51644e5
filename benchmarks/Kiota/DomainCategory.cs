using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum DomainCategory
{
    [EnumMember(Value = "inventory")]
    Inventory,

    [EnumMember(Value = "connected")]
    Connected,
}
