using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum MailProvider
{
    [EnumMember(Value = "google")]
    Google,

    [EnumMember(Value = "microsoft")]
    Microsoft,
}
