using System.Runtime.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal enum WebhookEventType
{
    [EnumMember(Value = "order.in_progress")]
    OrderInProgress,

    [EnumMember(Value = "order.completed")]
    OrderCompleted,

    [EnumMember(Value = "order.failed")]
    OrderFailed,

    [EnumMember(Value = "order.action_required")]
    OrderActionRequired,

    [EnumMember(Value = "order.cancel_scheduled")]
    OrderCancelScheduled,

    [EnumMember(Value = "order.cancelled")]
    OrderCancelled,

    [EnumMember(Value = "domain.connected")]
    DomainConnected,

    [EnumMember(Value = "domain.action_required")]
    DomainActionRequired,

    [EnumMember(Value = "domain.forwarding_updated")]
    DomainForwardingUpdated,

    [EnumMember(Value = "domain.forwarding_failed")]
    DomainForwardingFailed,

    [EnumMember(Value = "domain_import.completed")]
    DomainImportCompleted,

    [EnumMember(Value = "domain_import.failed")]
    DomainImportFailed,

    [EnumMember(Value = "domain_import.action_required")]
    DomainImportActionRequired,

    [EnumMember(Value = "swap.created")]
    SwapCreated,

    [EnumMember(Value = "swap.in_progress")]
    SwapInProgress,

    [EnumMember(Value = "swap.completed")]
    SwapCompleted,

    [EnumMember(Value = "swap.failed")]
    SwapFailed,

    [EnumMember(Value = "swap.action_required")]
    SwapActionRequired,
}
