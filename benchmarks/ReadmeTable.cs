using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks;

/// <summary>The table in README.md, between its two markers.</summary>
internal static class ReadmeTable
{
    private const string Begin = "<!-- benchmarks -->", End = "<!-- /benchmarks -->";

    /// <exception cref="InvalidOperationException">A marker is missing.</exception>
    public static void Write(Report report)
    {
        var file = Path.Combine(Repository.Root, "README.md");
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"README.md needs the markers {Begin} and {End}.");
        string[] rows =
        [
            "| as a multiple of the same work by hand | Peeker | NSwag | Refit | Kiota | Stripe.net |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            .. report.Headlines.Select(cells => $"| {string.Join(" | ", cells)} |"),
        ];
        File.WriteAllText(file, $"{text[..(begin + Begin.Length)]}\n{string.Join('\n', rows)}\n{text[end..]}");
    }
}
