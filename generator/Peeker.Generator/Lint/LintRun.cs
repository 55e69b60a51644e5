using Peeker.Generator.Commands;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>The command: holds a specification against our rules.</summary>
internal static class LintRun
{
    public static int Run(string path, bool json, bool assumptions, Terminal terminal)
    {
        var specification = UnreadableException.Guard(path, Specification.Parse);
        var report = UnreadableException.During(path, () => LintReport.Of(specification));
        if (json)
        {
            terminal.WriteJson(new { specification = path, findings = report.Findings, assumptions = report.Assumptions });
        }
        else
        {
            foreach (var f in report.Findings) terminal.Output.WriteLine($"{path}:{f.Line}: {f.Rule}: {f.What} ({f.Pointer}). {f.Remedy}");
            if (assumptions)
                foreach (var a in report.Assumptions) terminal.Output.WriteLine($"{path}:{a.Line}: assumption: {a.Text} ({a.Pointer})");
            terminal.Output.WriteLine($"{LintRule.All.Count} rules, {report.Findings.Count} finding(s), {report.Assumptions.Count} assumption(s)");
        }

        return report.Findings.Count == 0 ? Ending.Nothing : Ending.Findings;
    }
}
