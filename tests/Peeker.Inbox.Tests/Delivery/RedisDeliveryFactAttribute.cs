using Peeker.Redis.Tests;

namespace Peeker.Inbox.Tests.Delivery;

/// <summary>As <see cref="DeliveryFactAttribute"/>, and it needs redis-server.</summary>
internal sealed class RedisDeliveryFactAttribute : RedisFactAttribute
{
    public RedisDeliveryFactAttribute() => Skip ??= DeliveryFactAttribute.Reason;
}
