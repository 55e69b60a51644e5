using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>How many domains, of which kind, and each by itself.</summary>
internal sealed class DomainRules(OrderContext context, Findings findings)
{
    private readonly Dictionary<string, AvailabilityRow> _rows = RowsOf(context);
    private readonly HashSet<string> _own = [.. (context.OwnDomains ?? []).Select(Spelled)];

    /// <summary>Checks the domains of an order whose need is known, or not.</summary>
    public void Check(JsonElement order, Need? need, bool needsBundle)
    {
        if (!order.TryGetProperty("domains", out var domains) || domains.ValueKind != JsonValueKind.Array || domains.GetArrayLength() == 0) return;
        var named = NamedDomain.Of(domains);
        if (need is { } known)
        {
            Count(domains.GetArrayLength(), known.Total);
            Microsoft(named, known.Microsoft);
        }
        else if (needsBundle)
        {
            findings.NotChecked(PreflightRule.DomainCount, MissingFact.Bundle);
            findings.NotChecked(PreflightRule.MicrosoftSplit, MissingFact.Bundle);
        }

        Each(named);
        findings.NotChecked(PreflightRule.DomainFree, MissingFact.ApiState);
    }

    private static Dictionary<string, AvailabilityRow> RowsOf(OrderContext context)
    {
        var rows = new Dictionary<string, AvailabilityRow>(StringComparer.Ordinal);
        foreach (var row in context.Rows ?? []) rows[Spelled(row.Domain)] = row;
        return rows;
    }

    private static string Spelled(string name) => DomainName.TryParse(name, out var spelled) ? spelled.Value : name;

    private void Count(int submitted, int required)
    {
        if (submitted == required) return;
        findings.Add(new(
            PreflightRule.DomainCount, ErrorCode.DomainCountMismatch, "domains", $"domains has {submitted} entries, and {required} are needed.",
            submitted < required ? $"Add {required - submitted} more." : $"Take {submitted - required} away.")
        {
            RequiredCount = required,
            SubmittedCount = submitted,
            MissingCount = Math.Max(0, required - submitted),
        });
    }

    private void Microsoft(IReadOnlyList<NamedDomain> domains, int needed)
    {
        // A name that is no domain runs on nothing. What a domain runs on that has no row, or cannot be bought, is not known.
        var able = domains.Count(domain => domain.Name is { } name && Row(name)?.UsableFor?.Contains(MailProvider.Microsoft) == true);
        var unknown = domains.Count(domain => domain.Name is { } name && Row(name)?.UsableFor is null);
        if (able + unknown < needed)
            findings.Invalid(PreflightRule.MicrosoftSplit, "domains", $"has {able + unknown} that can run on microsoft, and {needed} are needed", "Replace domains that run on google only.");
        else if (able < needed)
            findings.NotChecked(PreflightRule.MicrosoftSplit, MissingFact.Rows);
    }

    private void Each(IReadOnlyList<NamedDomain> domains)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (withoutRow, taken) = (false, false);
        foreach (var domain in domains)
        {
            if (domain.Name is not { } name) findings.Invalid(PreflightRule.DomainName, domain.Field, "is no root domain", domain.Problem!.ToString());
            else if (!seen.Add(name)) findings.Invalid(PreflightRule.DuplicateDomain, domain.Field, "stands in the order twice", "Take one of them away, and add another domain.");
            else if (_own.Contains(name)) continue;
            else if (Row(name) is not { } row) withoutRow = true;
            else if (row is { Available: false } && context.OwnDomains is null && row.Reason == UnavailableReason.Taken) taken = true;
            else if (!row.Available || row.Premium == true) findings.Invalid(PreflightRule.DomainAvailable, domain.Field, $"cannot be bought ({row.Reason?.Value ?? "premium"})", "Replace it, or import it first if it is yours.");
        }

        if (withoutRow) findings.NotChecked(PreflightRule.DomainAvailable, MissingFact.Rows);
        if (taken) findings.NotChecked(PreflightRule.DomainAvailable, MissingFact.OwnDomains);
    }

    private AvailabilityRow? Row(string name) => _rows.GetValueOrDefault(name);
}
