using System.Text.RegularExpressions;

namespace Peeker.Templates.Tests;

/// <summary>What a template reads of its model, held against the type of the model.</summary>
internal sealed partial class TemplateUse
{
    private static readonly HashSet<string> Words =
        ["if", "elsif", "else", "endif", "unless", "endunless", "for", "endfor", "in", "assign", "capture", "endcapture", "case", "when", "endcase", "and", "or", "contains", "true", "false", "nil", "empty", "blank", "forloop"];

    private readonly string _template;
    private readonly Type _model;

    // A variable whose type cannot be told has none: what is read of it is not checked.
    private readonly Dictionary<string, Type?> _variables = [];
    private readonly List<string> _problems = [];

    private TemplateUse(string template, Type model) => (_template, _model) = (template, model);

    /// <summary>How many members of models were looked up.</summary>
    public int Looked { get; private set; }

    public IReadOnlyList<string> Problems => _problems;

    public static TemplateUse Of(string template, string text, Type model)
    {
        var use = new TemplateUse(template, model);
        foreach (Match tag in Tags().Matches(text)) use.Read(tag.Groups[1].Value + tag.Groups[2].Value, text.AsSpan(0, tag.Index).Count('\n') + 1);
        return use;
    }

    private void Read(string tag, int line)
    {
        if (Loop().Match(tag) is { Success: true } loop)
        {
            var list = Resolve(loop.Groups[2].Value, line);
            _variables[loop.Groups[1].Value] = list is null ? null : Rows(list);
            return;
        }

        if (Assignment().Match(tag) is { Success: true } assignment)
        {
            var expression = assignment.Groups[2].Value;
            Paths(expression, line);
            // One row of a list keeps its type; every other filter makes a text.
            _variables[assignment.Groups[1].Value] = Row().Match(expression) is { Success: true } row && Resolve(row.Groups[1].Value, line) is { } list ? Rows(list) : null;
            return;
        }

        if (Capture().Match(tag) is { Success: true } capture) _variables[capture.Groups[1].Value] = null;
        else Paths(tag, line);
    }

    private void Paths(string expression, int line)
    {
        // Filters are no members; texts may hold anything.
        var bare = Filter().Replace(Text().Replace(expression, "\"\""), " ");
        foreach (Match path in Path().Matches(bare))
            if (!Words.Contains(path.Value.Split('.', '[')[0])) Resolve(path.Value, line);
    }

    private Type? Resolve(string path, int line)
    {
        var steps = path.Split('[')[0].Split('.');
        if (steps[0] == "forloop") return null;
        var at = _variables.TryGetValue(steps[0], out var variable) ? variable : Member(_model, steps[0], line);
        foreach (var step in steps.Skip(1)) at = at is null ? null : Member(at, step, line);
        return path.Contains('[', StringComparison.Ordinal) ? null : at;
    }

    private Type? Member(Type type, string name, int line)
    {
        Looked++;
        var members = type.IsInterface ? type.GetInterfaces().Prepend(type) : [type];
        if (members.Select(t => t.GetProperties().FirstOrDefault(property => property.Name == name)).FirstOrDefault(property => property is not null) is { } found) return found.PropertyType;
        _problems.Add($"{_template}:{line}: {type.Name} of this NSwag has no {name}");
        return null;
    }

    private static Type? Rows(Type list) =>
        list == typeof(string) ? null : list.GetInterfaces().Prepend(list).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    [GeneratedRegex(@"\{%-?(.*?)-?%\}|\{\{-?(.*?)-?\}\}", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\s*for\s+(\w+)\s+in\s+(\S+)")]
    private static partial Regex Loop();

    [GeneratedRegex(@"^\s*assign\s+(\w+)\s*=(.*)$", RegexOptions.Singleline)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^\s*capture\s+(\w+)")]
    private static partial Regex Capture();

    [GeneratedRegex(@"^\s*([\w.]+)\s*\|\s*(?:first|last)\s*$")]
    private static partial Regex Row();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Text();

    [GeneratedRegex(@"\|\s*\w+\s*:?")]
    private static partial Regex Filter();

    [GeneratedRegex(@"(?<![\w""])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[^\]]*\])*")]
    private static partial Regex Path();
}
