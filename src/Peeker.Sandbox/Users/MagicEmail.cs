namespace Peeker.Sandbox.Users;

/// <summary>What a customer's e-mail address asks the sandbox to do. The table is in docs/sandbox.md.</summary>
internal static class MagicEmail
{
    public static bool FailsOrders(string email) => email.Contains("order-fails", StringComparison.OrdinalIgnoreCase);

    public static bool AsksForAction(string email) => email.Contains("action-required", StringComparison.OrdinalIgnoreCase);
}
