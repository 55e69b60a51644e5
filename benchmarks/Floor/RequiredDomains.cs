namespace Peeker.Benchmarks.Floor;

internal sealed class RequiredDomains
{
    public int Google { get; set; }

    public int Microsoft { get; set; }

    public int Total { get; set; }
}
