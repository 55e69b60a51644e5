using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum SequencerProvider
{
    [EnumMember(Value = "smartlead")]
    Smartlead,
}
