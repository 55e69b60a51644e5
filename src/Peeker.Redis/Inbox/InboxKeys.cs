using System.Globalization;
using StackExchange.Redis;

namespace Peeker.Redis;

/// <summary>How an inbox is laid out in Redis. The braces keep all of it on one node of a cluster.</summary>
internal sealed class InboxKeys(string name)
{
    public RedisKey Event(string eventId) => $"peeker:inbox:{{{name}}}:e:{eventId}";

    public RedisKey Resource(string resourceId) => $"peeker:inbox:{{{name}}}:r:{resourceId}";

    /// <summary>The event, and the resource if it has one.</summary>
    public RedisKey[] Of(InboxEvent one) => one.ResourceId is { } resource ? [Event(one.EventId), Resource(resource)] : [Event(one.EventId)];

    /// <summary>A position as a text that sorts as the number does: a script would read a large number inexactly.</summary>
    public static string Position(long position) => unchecked((ulong)position ^ (1UL << 63)).ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>The position that the text stands for.</summary>
    public static long Position(string text) => unchecked((long)(ulong.Parse(text, CultureInfo.InvariantCulture) ^ (1UL << 63)));
}
