namespace Peeker.Templates.Tests;

/// <summary>A text held against the one that somebody looked at.</summary>
internal static class Approval
{
    public const string Variable = "PEEKER_APPROVE_TEMPLATES";
    private const int Shown = 20;

    /// <summary>Null when the text is the approved one; otherwise what differs and what to do.</summary>
    public static string? Check(string name, string now)
    {
        var path = Path.Combine(Built.Approved, name);
        if (Environment.GetEnvironmentVariable(Variable) == "1") File.WriteAllText(path, now);
        return File.Exists(path) ? Between(name, File.ReadAllText(path).ReplaceLineEndings("\n"), now) : $"{name} was never approved. {Variable}=1 dotnet test tests/Peeker.Templates.Tests writes it.";
    }

    public static string? Between(string name, string approved, string now)
    {
        if (approved == now) return null;
        var (old, current) = (approved.Split('\n'), now.Split('\n'));
        var first = old.Zip(current).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n',
        [
            $"{name} differs from what was approved, from line {first + 1} on:",
            .. old.Skip(first).Except(current).Take(Shown).Select(line => $"  - {line}"),
            .. current.Skip(first).Except(old).Take(Shown).Select(line => $"  + {line}"),
            $"If it was meant: {Variable}=1 dotnet test tests/Peeker.Templates.Tests writes it.",
        ]);
    }
}
