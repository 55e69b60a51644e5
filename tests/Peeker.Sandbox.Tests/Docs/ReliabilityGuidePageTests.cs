namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/reliability.md against the code it describes, and the specification.</summary>
public sealed class ReliabilityGuidePageTests
{
    private const string Page = "reliability.md";

    [Fact]
    public void Every_operation_stands_where_the_specification_puts_it()
    {
        var told = Rows().Where(row => GuidePage.Code(row[0]) is ["safe" or "same-body" or "unsafe"])
            .SelectMany(row => GuidePage.Code(row[1]).Select(method => (method, replay: GuidePage.Code(row[0])[0]))).Order().ToList();
        Assert.Equal(29, told.Count);
        Assert.Equal(SpecificationJudge.OperationIds.Select(id => (Method(id), SpecificationJudge.Extension(id, "x-replay")!)).Order(), told);
    }

    [Fact]
    public void What_to_do_about_an_unknown_outcome_is_what_the_exception_says()
    {
        var advice = SpecificationJudge.OperationIds.Where(id => SpecificationJudge.Extension(id, "x-outcome") is not null).Select(id => (Method(id), SpecificationJudge.Extension(id, "x-outcome")!)).Order();
        Assert.Equal(advice, Rows().Where(row => row.Length == 2 && row[0].EndsWith("Async`", StringComparison.Ordinal)).Select(row => (GuidePage.Code(row[0]).Single(), row[1])).Order());
    }

    [Fact]
    public void The_pause_of_an_order_is_the_specifications() =>
        Assert.Contains(Rows(), row => row[0] == "an order that was left open" && row[1].StartsWith($"{SpecificationJudge.Extension("Orders_Create", "x-replay-pause-seconds")} s, doubled", StringComparison.Ordinal));

    [Fact]
    public void The_limits_are_those_of_the_options()
    {
        var options = new PeekerClientOptions();
        var told = Rows().Where(row => row.Length == 3 && row[0].StartsWith('`')).DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[1]);
        Assert.Equal($"{options.AttemptTimeout.TotalSeconds:0} s", told["`AttemptTimeout`"]);
        Assert.Equal($"{options.Deadline.TotalMinutes:0} min", told["`Deadline`"]);
        Assert.Equal($"{options.MaxRetries}", told["`MaxRetries`"]);
    }

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(RepositoryFolder.Path, "docs", Page)).Where(line => line.StartsWith('|')).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    // Bundles_Create is Bundles.CreateAsync.
    private static string Method(string operationId) => operationId.Replace('_', '.') + "Async";
}
