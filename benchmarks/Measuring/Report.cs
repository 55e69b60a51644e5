using System.Globalization;
using System.Text;

namespace Peeker.Benchmarks.Measuring;

/// <summary>What was measured: tables of ratios, and targets that were met or missed. Printed as it comes.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();
    private readonly List<Target> _targets = [];

    private readonly List<IReadOnlyList<string>> _headlines = [];

    public IReadOnlyList<IReadOnlyList<string>> Headlines => _headlines;

    public IReadOnlyList<Target> Targets => _targets;

    public string Text => _text.ToString();

    public void Heading(string text) => Line($"\n### {text}\n");

    public void Note(string text) => Line(text);

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line($"| {string.Join(" | ", columns)} |");
        Line($"| --- |{string.Concat(Enumerable.Repeat(" ---: |", columns.Count - 1))}");
        foreach (var row in rows) Line($"| {string.Join(" | ", row)} |");
    }

    public void Expect(string what, double measured, double bound, bool atLeast = false, string unit = "")
    {
        var met = atLeast ? measured >= bound : measured <= bound;
        _targets.Add(new(what, Number(measured) + unit, $"{(atLeast ? "at least" : "at most")} {Number(bound)}{unit}", met));
    }

    /// <summary>A row of the table in README.md.</summary>
    public void Headline(string what, double peeker, double? stock = null, double? refit = null, double? kiota = null, double? stripe = null) =>
        _headlines.Add([what, $"**{Ratio(peeker)}**", Cell(stock), Cell(refit), Cell(kiota), Cell(stripe)]);

    /// <summary>Every target that this run has measured.</summary>
    public void Conclude()
    {
        Heading("Targets");
        Table(["", "measured", "target", ""], _targets.Select(target => target.Cells));
    }

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Bytes(double bytes) => bytes.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Cell(double? ratio) => ratio is { } value ? Ratio(value) : "";

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private void Line(string text)
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }
}
