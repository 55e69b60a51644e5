using System.Globalization;

namespace Peeker.Cli.Domains;

/// <summary>Rows as RFC 4180 has them, with a bare line feed. No cell has a line break, since none of the input has.</summary>
internal sealed class CsvRows : RowFormat
{
    public override string Name => "csv";

    public override string Head => "domain,available,price_cents,renewal_price_cents,currency,premium,usable_for,reason,problem,message";

    public override string RowStart => "";

    public override string Write(NameRow row) => string.Join(',', Cells(row).Select(Cell));

    public override string? DomainOf(string line)
    {
        if (!line.StartsWith('"')) return line.IndexOf(',') is > 0 and var end ? line[..end] : null;
        for (var at = 1; at < line.Length; at++)
        {
            if (line[at] != '"') continue;
            if (at + 1 == line.Length || line[at + 1] != '"') return line[1..at].Replace("\"\"", "\"", StringComparison.Ordinal);
            at++;
        }

        return null;
    }

    private static string?[] Cells(NameRow row) => row.Availability is not { } known
        ? [row.Domain, null, null, null, null, null, null, null, row.Problem, row.Message]
        :
        [
            row.Domain, Word(known.Available), Number(known.PriceCents), Number(known.RenewalPriceCents), known.Currency, Word(known.Premium),
            known.UsableFor is { } providers ? string.Join(' ', providers.Select(provider => provider.Value)) : null, known.Reason?.Value, null, null,
        ];

    private static string? Word(bool? value) => value is { } known ? known ? "true" : "false" : null;

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string? text) => text is null ? "" : text.AsSpan().IndexOfAny(",\" \t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
