using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>How many domains, of which kind, and each by itself.</summary>
internal sealed class DomainRules(OrderContext context, Findings findings)
{
    private readonly Dictionary<string, AvailabilityRow> _rows = RowsOf(context);
    private readonly HashSet<string> _own = [.. (context.OwnDomains ?? []).Select(NamedDomain.SpelledAs)];

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
        foreach (var row in context.Rows ?? [])
        {
            // What could not be checked, or not lately, says nothing. Of two rows the one that can be bought counts, as for a pick.
            if (row is null || row.Reason == UnavailableReason.Errored || row.Reason == UnavailableReason.Stale) continue;
            var name = NamedDomain.SpelledAs(row.Domain);
            if (!rows.TryGetValue(name, out var before) || (!IsForSale(before) && IsForSale(row))) rows[name] = row;
        }

        return rows;
    }

    private static bool IsForSale(AvailabilityRow row) => row.Available && row.Premium != true && row.Reason != UnavailableReason.Premium;

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
        // Too few domains are told by their count. A name that is no domain runs on nothing. What a domain runs on that has no row, or cannot be bought, is not known; nor is it of a subdomain, which
        // is refused for itself.
        var able = domains.Count(domain => IsNamed(domain) && Row(domain)?.UsableFor?.Contains(MailProvider.Microsoft) == true);
        var unknown = domains.Count(domain => IsNamed(domain) ? Row(domain)?.UsableFor is null : domain.Problem!.Code == DomainNameProblemCode.Subdomain);
        if (able + unknown < needed)
            findings.Invalid(PreflightRule.MicrosoftSplit, "domains", $"has at most {able + unknown} that can run on microsoft, and {needed} are needed", "Replace domains that run on google only, or add some that run on microsoft.");
        else if (able < needed)
            findings.NotChecked(PreflightRule.MicrosoftSplit, MissingFact.Rows);
    }

    private void Each(IReadOnlyList<NamedDomain> domains)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (withoutRow, taken) = (false, false);
        foreach (var domain in domains)
        {
            if (!IsNamed(domain)) findings.Invalid(PreflightRule.DomainName, domain.Field, "is no root domain", domain.Problem!.ToString());
            else if (!seen.Add(domain.Spelled)) findings.Invalid(PreflightRule.DuplicateDomain, domain.Field, "stands in the order twice", "Take one of them away, and add another domain.");
            else if (_own.Contains(domain.Spelled)) continue;
            else if (Row(domain) is not { } row) withoutRow = true;
            else if (row is { Available: false } && context.OwnDomains is null && row.Reason == UnavailableReason.Taken) taken = true;
            else if (!IsForSale(row)) findings.Invalid(PreflightRule.DomainAvailable, domain.Field, $"cannot be bought{Reason(row)}", "Replace it, or import it first if it is yours.");
        }

        if (withoutRow) findings.NotChecked(PreflightRule.DomainAvailable, MissingFact.Rows);
        if (taken) findings.NotChecked(PreflightRule.DomainAvailable, MissingFact.OwnDomains);
    }

    // With the rule switched off, what this version takes for no name is taken as it is.
    private bool IsNamed(NamedDomain domain) => domain.Name is not null || findings.IsOff(PreflightRule.DomainName);

    private AvailabilityRow? Row(NamedDomain domain) => _rows.GetValueOrDefault(domain.Spelled);

    private static string Reason(AvailabilityRow row) => row.Reason is { IsKnown: true } known ? $" ({known})" : row.Premium == true ? " (premium)" : "";
}
