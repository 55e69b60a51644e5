using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Users;

/// <summary>The partner's customers.</summary>
internal static class UserOperations
{
    public static byte[] Create(Call call)
    {
        var body = call.Read<UserCreate>();
        lock (call.World.Gate)
        {
            RequireFree(call.World, body.Email, null);
            return Envelope.Data(call.World.Users.Put(New(call, body.Email, body.FirstName, body.LastName, body.Sequencer)));
        }
    }

    public static byte[] List(Call call)
    {
        lock (call.World.Gate)
        {
            var (email, status) = (call.Query.GetValueOrDefault("email"), call.Query.GetValueOrDefault("status"));
            return PageOfRows.Of(call, call.World.Users, user => (email is null || Same(user.Email, email)) && (status is null || user.Status.Value == status), user => user);
        }
    }

    public static byte[] Get(Call call)
    {
        lock (call.World.Gate) return Envelope.Data(Find(call));
    }

    public static byte[] Update(Call call)
    {
        var body = call.Read<UserUpdate>();
        lock (call.World.Gate)
        {
            var old = Find(call);
            if (body.Email is { } email) RequireFree(call.World, email, old.Id);
            return Envelope.Data(call.World.Users.Put(Copy(old, body.Email, body.FirstName, body.LastName, body.Sequencer, null)));
        }
    }

    public static byte[] Delete(Call call)
    {
        lock (call.World.Gate) return Envelope.Data(call.World.Users.Put(Copy(Find(call), null, null, null, null, UserStatus.Deleted)));
    }

    /// <summary>An order names its customer by id, or by an e-mail; null for one that is new. The caller holds the lock.</summary>
    public static User? Named(Call call, string user)
    {
        if (user.StartsWith("usr_", StringComparison.Ordinal) && !user.Contains('@', StringComparison.Ordinal))
            return call.World.Users.Find(user) is { } known && known.Status == UserStatus.Active ? known : throw Fault.NotFound("user", "user");
        return Specification.EmailAddress.IsValid(user) ? call.World.Users.Named(user) : throw Fault.Invalid("user", "user must be a usr_ id or an e-mail address.");
    }

    /// <summary>The customer that an order makes out of an e-mail. The caller holds the lock.</summary>
    public static User ForOrder(Call call, string email, OrderSequencer sequencer) =>
        call.World.Users.Put(New(call, email, null, null, new() { Provider = sequencer.Provider, ClientId = sequencer.ClientId }));

    /// <summary>Whether an order is of the customer with this address: the one of the order, or the one of today.</summary>
    public static bool IsOf(Call call, OrderRecord order, string email) =>
        Same(order.Email, email) || (call.World.Users.Find(order.UserId) is { } user && Same(user.Email, email));

    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static User New(Call call, string email, string? first, string? last, Sequencer sequencer) => new()
    {
        Id = call.NewId("usr_"),
        Email = email,
        FirstName = first,
        LastName = last,
        Status = UserStatus.Active,
        Sequencer = Known(sequencer),
        CreatedAt = call.Now,
    };

    private static User Copy(User old, string? email, string? first, string? last, Sequencer? sequencer, UserStatus? status) => new()
    {
        Id = old.Id,
        Email = email ?? old.Email,
        FirstName = first ?? old.FirstName,
        LastName = last ?? old.LastName,
        Status = status ?? old.Status,
        Sequencer = sequencer is null ? old.Sequencer : Known(sequencer),
        CreatedAt = old.CreatedAt,
    };

    // Without members the specification does not name: a password sent by mistake is not shown again.
    private static Sequencer Known(Sequencer sequencer) => new() { Provider = sequencer.Provider, ClientId = sequencer.ClientId };

    private static User Find(Call call) => call.World.Users.Find(call.Id) ?? throw Fault.NotFound("user");

    // Assumption: unique is documented, the refusal is not.
    private static void RequireFree(World world, string email, string? except)
    {
        if (world.Users.Named(email) is { } holder && holder.Id != except)
            throw Fault.Invalid("email", "Another customer of this account has this e-mail address.");
    }
}
