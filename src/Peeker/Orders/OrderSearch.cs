using System.Globalization;
using System.Text.Json;

namespace Peeker;

/// <summary>
/// What an order is looked for by: customer, bundle, domains, personas and time. A stored order gives it without its secrets,
/// for the case that they are gone.
/// </summary>
/// <remarks>Immutable. It holds personal data, and shows none. Described in docs/orders.md.</remarks>
public sealed class OrderSearch
{
    /// <summary>How far back orders are looked at, so that no clock that is wrong by less makes an order look absent.</summary>
    internal static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    private OrderSearch(OrderRequest order, DateTimeOffset preparedAt)
    {
        PreparedAt = preparedAt;
        (User, BundleId, var domains, Personas) = order switch
        {
            BundleOrder bundle => (bundle.User, bundle.BundleId, bundle.Domains, OrderPeople.Of(bundle.Personas)),
            CustomOrder custom => (custom.User, null, custom.Domains, OrderPeople.Of(custom.Personas)),
            _ => throw new ArgumentException("An order is a BundleOrder or a CustomOrder.", nameof(order)),
        };
        Domains = domains.Select(domain => DomainSpelling.Of(domain.Domain)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>When the order was prepared.</summary>
    public DateTimeOffset PreparedAt { get; }

    internal string User { get; }

    internal string? BundleId { get; }

    internal IReadOnlySet<string> Domains { get; }

    internal IReadOnlyList<string> Personas { get; }

    /// <summary>Before this time an order can only be the one if clocks disagree.</summary>
    internal DateTimeOffset From => PreparedAt - OrderSubmission.Margin;

    /// <summary>After this time no attempt to place it can be under way.</summary>
    internal DateTimeOffset SettledAt => OrderSubmission.SafeUntilOf(PreparedAt) + OrderSubmission.Margin;

    /// <summary>Reads what <see cref="OrderSubmission.ToBytes()"/> wrote; the secrets are not needed.</summary>
    /// <exception cref="PeekerStoredOrderException">The bytes are damaged, of another kind, or of a newer version.</exception>
    public static OrderSearch FromBytes(ReadOnlySpan<byte> stored)
    {
        var order = StoredOrder.Read(stored);
        try
        {
            return new(order.ReadWithoutSecrets(), order.PreparedAt);
        }
        catch (JsonException)
        {
            throw PeekerStoredOrderException.Damaged();
        }
    }

    /// <summary>When the order was prepared; nothing of the order.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"OrderSearch of {PreparedAt:u}");

    internal static OrderSearch Of(OrderSubmission submission) => new(OrderBody.Read(submission.Body), submission.PreparedAt);

    /// <summary>An e-mail is asked for as it was given, and in lower case: how the API compares them is not documented.</summary>
    internal IEnumerable<OrderListQuery> Queries()
    {
        const int mostRows = 100;
        if (OrderMeaning.IsUserId(User)) return [new() { UserId = User, BundleId = BundleId, PerPage = mostRows }];
        return new[] { User, User.ToLowerInvariant() }.Distinct(StringComparer.Ordinal)
            .Select(email => new OrderListQuery { UserEmail = email, BundleId = BundleId, PerPage = mostRows });
    }
}
