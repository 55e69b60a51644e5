namespace Peeker.Sandbox.Control;

/// <summary>Asks for a key.</summary>
internal sealed record KeyOrder(string Environment = KeyEnvironment.Names.Test, string PermissionPreset = Peeker.PermissionPreset.Names.Full)
{
    public object Make(SandboxKeys keys) => new { Key = keys.Create(new(Environment), new Peeker.PermissionPreset(PermissionPreset)) };
}
