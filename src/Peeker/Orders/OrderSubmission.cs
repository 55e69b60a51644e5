using System.Globalization;
using System.Text.Json;

namespace Peeker;

/// <summary>
/// An order in the exact bytes that are sent, however often and from whichever process. The API tells orders apart by their
/// bytes, for 24 hours: store a submission before it is sent, and what was stored can be sent again without a second charge.
/// </summary>
/// <remarks>Immutable, and safe to share between threads. Described in docs/orders.md.</remarks>
public sealed class OrderSubmission
{
    // Assumption: bodies are compared byte by byte, which is the strictest reading of "exactly the same body".
    private static readonly TimeSpan DedupeWindow = TimeSpan.FromHours(24);

    /// <summary>What clocks may disagree by, and an attempt may take.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private OrderSubmission(byte[] body, DateTimeOffset preparedAt) => (Body, PreparedAt) = (body, preparedAt);

    /// <summary>When the order was prepared, by the clock of that process, in UTC.</summary>
    public DateTimeOffset PreparedAt { get; }

    /// <summary>Until when sending it again returns the first order: 24 hours less 5 minutes, counted from <see cref="PreparedAt"/>.</summary>
    public DateTimeOffset SafeUntil => SafeUntilOf(PreparedAt);

    /// <summary>The bytes. They hold the password; nobody changes them.</summary>
    internal byte[] Body { get; }

    /// <summary>Writes an order, once and for all. Later changes of <paramref name="order"/> or its lists have no effect.</summary>
    /// <param name="order">The order. Checked for members that are required and null; the overload with a context checks every rule of the docs.</param>
    /// <param name="time">The clock of <see cref="PreparedAt"/>; the system's if none is given. Use the client's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentException">A required member is null, or a member is given twice. The message names the member.</exception>
    public static OrderSubmission Prepare(OrderRequest order, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new(OrderBody.Of(order, nameof(order)), (time ?? TimeProvider.System).GetUtcNow());
    }

    /// <summary>Checks an order against every rule of the docs that can be decided, and writes it, once and for all.</summary>
    /// <param name="order">The order.</param>
    /// <param name="context">What the caller knows beside the order: the bundle, the rows of availability. A rule whose facts are missing is not checked.</param>
    /// <param name="time">The clock of <see cref="PreparedAt"/>; the system's if none is given. Use the client's.</param>
    /// <exception cref="PeekerPreflightException">The order breaks rules; its report has all of them.</exception>
    /// <exception cref="ArgumentException">The bundle of the context is not the bundle of the order, or a member is given twice.</exception>
    /// <remarks>Described in docs/preflight.md.</remarks>
    public static OrderSubmission Prepare(OrderRequest order, OrderContext context, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(context);
        var report = OrderPreflight.Check(order, context);
        return report.IsGood ? Prepare(order, time) : throw new PeekerPreflightException(report);
    }

    /// <summary>Reads what <see cref="ToBytes()"/> wrote, and puts the secrets back. Takes about a seventh of a second of one core.</summary>
    /// <exception cref="ArgumentException">A secret is missing.</exception>
    /// <exception cref="PeekerStoredOrderException">The bytes are damaged, of another kind, or of a newer version.</exception>
    /// <exception cref="PeekerOrderChangedException">A secret is not the one that the order was prepared with.</exception>
    public static OrderSubmission FromBytes(ReadOnlySpan<byte> stored, OrderSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var order = StoredOrder.Read(stored);
        return new(Checked(order.Refill(secrets)), order.PreparedAt);
    }

    /// <summary>Reads what <see cref="ToBytes(Func{byte[], byte[]})"/> wrote.</summary>
    /// <param name="stored">The stored bytes.</param>
    /// <param name="unprotect">Undoes what <c>protect</c> did. A <see cref="System.Security.Cryptography.CryptographicException"/> becomes a <see cref="PeekerStoredOrderException"/>; others pass.</param>
    /// <exception cref="PeekerStoredOrderException">The bytes are damaged, of another kind, or of a newer version.</exception>
    public static OrderSubmission FromBytes(ReadOnlySpan<byte> stored, Func<byte[], byte[]> unprotect)
    {
        ArgumentNullException.ThrowIfNull(unprotect);
        var (preparedAt, body) = ProtectedOrder.Read(stored, unprotect);
        return new(Checked(body), preparedAt);
    }

    /// <summary>
    /// Compares what two submissions ask for. Order of members, escapes, forms of numbers, the order of domains and personas,
    /// and members that say their default make no difference; see docs/orders.md for all of it.
    /// </summary>
    public static OrderComparison Compare(OrderSubmission left, OrderSubmission right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return OrderMeaning.Compare(left.Body, right.Body);
    }

    /// <summary>
    /// The SHA-256 of the body in 64 hexadecimal digits. Treat it as a secret: whoever has it and the rest of the order can try
    /// passwords until one fits. A method, so that nothing that prints properties prints it.
    /// </summary>
    public string Fingerprint() => OrderFingerprint.Hex(Body);

    /// <summary>
    /// The submission without its secrets, to be stored before it is sent. It holds personal data: e-mail addresses and names.
    /// Takes about a seventh of a second of one core, which is what a guess at the password costs a thief.
    /// </summary>
    /// <exception cref="InvalidOperationException">A secret is written in a way that could not be written again; use the other overload.</exception>
    public byte[] ToBytes() => StoredOrder.Write(PreparedAt, Body, OrderBody.Secrets(OrderBody.Read(Body), Body));

    /// <summary>The whole submission, encrypted by the caller, to be stored before it is sent.</summary>
    /// <param name="protect">Encrypts and authenticates, for example <c>IDataProtector.Protect</c>. The array it gets is cleared afterwards.</param>
    public byte[] ToBytes(Func<byte[], byte[]> protect)
    {
        ArgumentNullException.ThrowIfNull(protect);
        return ProtectedOrder.Write(PreparedAt, Body, protect);
    }

    /// <summary>When it was prepared; nothing of the order.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"OrderSubmission of {PreparedAt:u}");

    internal static DateTimeOffset SafeUntilOf(DateTimeOffset preparedAt) => preparedAt + DedupeWindow - Margin;

    /// <summary>A clock that has not reached the time of preparation cannot say when the safe time ends.</summary>
    /// <exception cref="PeekerSubmissionUnsafeException">Sending it now may charge a second time.</exception>
    internal void RefuseUnlessSafe(DateTimeOffset now, string operation)
    {
        if (now > SafeUntil) throw PeekerSubmissionUnsafeException.Late(this, operation);
        if (now < PreparedAt - Margin) throw PeekerSubmissionUnsafeException.ClockBehind(this, operation);
    }

    private static byte[] Checked(byte[] body)
    {
        try
        {
            OrderBody.Read(body);
            return body;
        }
        catch (JsonException)
        {
            throw PeekerStoredOrderException.Damaged();
        }
    }
}
