using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum LineItemType
{
    [EnumMember(Value = "google_license")]
    GoogleLicense,

    [EnumMember(Value = "microsoft_license")]
    MicrosoftLicense,

    [EnumMember(Value = "domain_registration")]
    DomainRegistration,
}
