namespace Peeker.Benchmarks.Floor;

internal sealed class Persona
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? ProfilePictureUrl { get; set; }
}
