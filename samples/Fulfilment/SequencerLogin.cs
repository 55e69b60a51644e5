namespace Fulfilment;

/// <summary>The login Peeker connects the inboxes with. The password comes from the environment or a vault; it never stands in the database.</summary>
internal sealed class SequencerLogin(string email, string password)
{
    public string Email => email;

    public string Password => password;
}
